import { createLogger } from '#contracts/runtime/log.ts'
import { startLoop } from '#contracts/runtime/loop.ts'
import { runProcess } from '#contracts/runtime/run.ts'
import { watchConfig } from './config.ts'
import { watchPass } from './pass.ts'
import { openWatch } from './watch.ts'

const EVERY_MS = 3000
const config = watchConfig()
const log = createLogger({ name: 'watch', level: config.logLevel })

await runProcess({
  name: 'watch',
  log,
  start: async (closers) => {
    const watch = openWatch(config, log, closers)
    const loop = startLoop({ name: 'watch', everyMs: EVERY_MS, run: () => watchPass(watch), log })
    closers.add('watch loop', () => loop.stop())
  },
})
