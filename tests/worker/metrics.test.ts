import { expect, it } from 'vitest'
import { createClosers } from '#contracts/runtime/closers.ts'
import { createLogger } from '#contracts/runtime/log.ts'
import { serveMetrics } from '../../worker/metrics.ts'
import { takenUpBy } from '../../worker/loops/plan.ts'
import { createTally } from '../../worker/tally.ts'

it('a worker tells how often stale writes were refused and what its loops did, and nothing else at that port', async () => {
  const log = createLogger({ name: 'worker', level: 'silent' })
  const closers = createClosers({ log })
  const counts = { lost_race: 1 }
  const tally = createTally()
  const numbers = { counts: () => counts, tally, log }
  const { url } = await serveMetrics(numbers, { host: '127.0.0.1', port: 0 }, closers)
  counts.lost_race = 3
  tally.takeUp('reconciler', 'claimsFreed', 2)
  tally.fail('sweeper')
  const text = await (await fetch(url)).text()
  expect(text).toContain('worker_taken_up{loop="reconciler",what="claimsFreed"} 2')
  // What never came about is told too, at nothing.
  for (const [loop, kinds] of Object.entries(takenUpBy))
    for (const what of kinds) expect(text).toContain(`worker_taken_up{loop="${loop}",what="${what}"} `)
  expect(text).toContain('worker_passes_failed{loop="sweeper"} 1')
  expect(text).toContain('worker_passes_failed{loop="relay"} 0')
  expect(text).toContain('store_sometimes{what="lost_race"} 3')
  expect(text).toContain('process_resident_memory_bytes')
  expect((await fetch(new URL('/', url))).status).toBe(404)
  expect((await fetch(url, { method: 'POST' })).status).toBe(404)
  expect(await closers.closeAll()).toBe(true)
  await expect(fetch(url)).rejects.toThrow('fetch failed')
})
