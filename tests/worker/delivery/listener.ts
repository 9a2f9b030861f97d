import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { type AddressInfo, Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { selfSigned } from './tls.ts'

/** Of `mitra.test`, made for this run and trusted by nobody else. */
const { key, certificate } = selfSigned('mitra.test')
export { certificate }

/** IPv4-mapped addresses in their plain spelling. */
const plain = (address: string | undefined): string => (address ?? '').replace(/^::ffff:/, '')

/** Every address of this machine, without zones. */
export const ownAddresses = (): { address: string; isLoopback: boolean }[] =>
  Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .map(({ address, internal }) => ({ address, isLoopback: internal }))

/** A TLS listener at every address of this machine, which counts who connects where, before anything is said. */
export const openListener = async (
  answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) =>
    void response.end('{}'),
) => {
  const connections: string[] = []
  const requests: { host: string; name: string; headers: IncomingMessage['headers'] }[] = []
  const server = createServer({ key, cert: certificate }, (request, response) => {
    const { socket, headers } = request
    const name = 'servername' in socket ? String(socket.servername) : ''
    requests.push({ host: headers.host ?? '', name, headers })
    request.resume().on('end', () => answer(request, response))
  })
  server.on('connection', (socket) => {
    if (socket instanceof Socket) connections.push(plain(socket.localAddress))
  })
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => void server.listen({ port: 0, host: '::' }, resolve))
  return {
    port: (server.address() as AddressInfo).port,
    /** At which of our addresses somebody knocked, one entry for each connection. */
    connections,
    requests,
    close: async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type Listener = Awaited<ReturnType<typeof openListener>>
