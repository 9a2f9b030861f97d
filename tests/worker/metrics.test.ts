import { expect, it } from 'vitest'
import { createClosers } from '#contracts/runtime/closers.ts'
import { createLogger } from '#contracts/runtime/log.ts'
import { serveMetrics } from '../../worker/metrics.ts'

it('a worker tells how often stale writes were refused, and nothing else at that port', async () => {
  const log = createLogger({ name: 'worker', level: 'silent' })
  const closers = createClosers({ log })
  const counts = { lost_race: 1 }
  const { url } = await serveMetrics({ counts: () => counts, log }, { host: '127.0.0.1', port: 0 }, closers)
  counts.lost_race = 3
  const text = await (await fetch(url)).text()
  expect(text).toContain('store_sometimes{what="lost_race"} 3')
  expect(text).toContain('process_resident_memory_bytes')
  expect((await fetch(new URL('/', url))).status).toBe(404)
  expect((await fetch(url, { method: 'POST' })).status).toBe(404)
  expect(await closers.closeAll()).toBe(true)
  await expect(fetch(url)).rejects.toThrow('fetch failed')
})
