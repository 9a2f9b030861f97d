import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Trouble } from '../trouble.ts'
import { mustArriveInTime, PHOTO_MS } from './slow-body.ts'
import { toProblem } from './to-problem.ts'

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

/** Nothing is saved yet, and nothing is there yet that could give the request an id. */
const notYet: RequestListener = (_req, res) => {
  const { problem, headers } = toProblem(new Trouble('not_saved', { retryAfterS: 1 }), 'starting')
  res
    .writeHead(problem.status, { ...headers, 'content-type': 'application/problem+json' })
    .end(JSON.stringify(problem))
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
