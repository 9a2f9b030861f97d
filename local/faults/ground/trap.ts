import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Somewhere that nobody may be led to (I11). */
export const openTrap = async () => {
  let hits = 0
  const server = createServer((_req, res) => {
    res.end('{}')
  }).listen(0, '127.0.0.1')
  // Who only comes to the door is inside already, whatever he speaks.
  server.on('connection', () => void (hits += 1))
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/inside`,
    /** The same place by another spelling, as an endpoint that looks right. */
    insideUrl: `https://0.0.0.0:${port}/inside`,
    hits: () => hits,
    close: () => void server.close(),
  }
}
