import { createLogger } from '#contracts/runtime/log.ts'
import { runProcess } from '#contracts/runtime/run.ts'

// A process for run.test.ts; its argument says how it misbehaves.
const how = process.argv[2] ?? ''
const log = createLogger({ name: 'fixture', level: 'debug' })

await runProcess({
  name: 'fixture',
  log,
  closeDeadlineMs: how === 'hangs-for-ever' ? 60_000 : 100,
  stopDeadlineMs: how === 'hangs-for-ever' ? 200 : 10_000,
  start: async (closers) => {
    const alive = setInterval(() => {}, 60_000)
    closers.add('first', () => clearInterval(alive))
    closers.add('second', () => {
      if (how.startsWith('hangs')) return new Promise(() => {})
      return undefined
    })
    closers.add('third', async () => {
      if (how === 'fails-to-close') throw new Error('planned')
    })
    if (how === 'fails-to-start') throw new Error('planned')
  },
})

if (how === 'rejects') void Promise.reject(new Error('call +6281234567890'))
if (how === 'throws')
  setImmediate(() => {
    throw new Error('planned')
  })
