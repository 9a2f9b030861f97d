import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Closers } from '#contracts/runtime/closers.ts'
import type { Logger } from '#contracts/runtime/log.ts'
import { createNumbers } from '#contracts/runtime/numbers.ts'

/**
 * This worker's numbers at `/metrics`, on a port of its own: nothing else is served there, and nothing of a person stands in
 * them. Resolves when it listens; closed by `closers`. @throws Error when the port is taken
 */
export const serveMetrics = async (
  { counts, log }: { counts: () => Record<string, number>; log: Logger },
  { host, port }: { host: string; port: number },
  closers: Closers,
): Promise<{ url: string }> => {
  const numbers = createNumbers(counts)
  const server = createServer((req, res) => {
    if (req.method !== 'GET' || req.url !== '/metrics') {
      res.writeHead(404).end()
      return
    }
    numbers.metrics().then(
      (text) => res.writeHead(200, { 'content-type': numbers.contentType }).end(text),
      (err: unknown) => {
        log.error({ err }, 'the numbers could not be told')
        res.writeHead(500).end()
      },
    )
  })
  server.listen(port, host)
  await once(server, 'listening')
  closers.add('metrics', () => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const heard = typeof address === 'object' && address !== null ? address.port : port
  return { url: `http://${host}:${heard}/metrics` }
}
