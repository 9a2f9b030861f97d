import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mustArriveInTime, PHOTO_MS } from './slow-body.ts'

const LIMITS = {
  // The longest that any request may take to arrive; most have far less (slow-body).
  requestTimeout: PHOTO_MS,
  headersTimeout: 5000,
  maxHeaderSize: 8192,
  connectionsCheckingInterval: 1000,
}
/** How long requests that are being answered may take to finish when the process stops. */
const DRAIN_MS = 3000

export interface HttpServer {
  port: number
  /** For what speaks more than HTTP on the same port (the live view). */
  server: Server
  /** From now on this answers; until then everybody is told to come back. */
  serve: (listener: RequestListener) => void
  /** Takes no new connection, lets running requests end, then cuts what is left. */
  close: () => Promise<void>
}

const notYet: RequestListener = (_req, res) => {
  res.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain' }).end('starting\n')
}

/** Listens at once, so that the port is known before anything that needs to name it. Rejects when the port is taken. */
export const listen = async (host: string, port: number): Promise<HttpServer> => {
  let listener = notYet
  const server = createServer(LIMITS, (req, res) => {
    mustArriveInTime(req, res)
    listener(req, res)
  })
  server.listen(port, host)
  await once(server, 'listening')
  const { port: actual } = server.address() as AddressInfo
  return {
    port: actual,
    server,
    serve: (next) => {
      listener = next
    },
    close: () => close(server),
  }
}

const close = async (server: Server): Promise<void> => {
  if (!server.listening) return
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  clearTimeout(cut)
}
