import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Closers } from '#contracts/runtime/closers.ts'
import type { Logger } from '#contracts/runtime/log.ts'
import { createNumbers } from '#contracts/runtime/numbers.ts'
import { Gauge } from 'prom-client'
import type { Tally } from './tally.ts'

/** What the loops of this worker did, since its start. */
const tellLoops = (registry: ReturnType<typeof createNumbers>, tally: Tally): void => {
  const takenUp = new Gauge({
    name: 'worker_taken_up',
    help: 'What a loop found undone and did, since the start: whoever should have done it died, or its job was lost.',
    labelNames: ['loop', 'what'],
    registers: [],
    collect() {
      for (const [loop, own] of tally.read())
        for (const [what, count] of own.takenUp) this.set({ loop, what }, count)
    },
  })
  const failed = new Gauge({
    name: 'worker_passes_failed',
    help: 'Passes of a loop that failed, since the start; what they did before is counted all the same.',
    labelNames: ['loop'],
    registers: [],
    collect() {
      for (const [loop, own] of tally.read()) this.set({ loop }, own.failed)
    },
  })
  registry.registerMetric(takenUp)
  registry.registerMetric(failed)
}

/**
 * This worker's numbers at `/metrics`, on a port of its own: nothing else is served there, and nothing of a person stands in
 * them. Resolves when it listens; closed by `closers`. @throws Error when the port is taken
 */
export const serveMetrics = async (
  { counts, tally, log }: { counts: () => Record<string, number>; tally: Tally; log: Logger },
  { host, port }: { host: string; port: number },
  closers: Closers,
): Promise<{ url: string }> => {
  const numbers = createNumbers(counts)
  tellLoops(numbers, tally)
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
