import { createLogger } from '#contracts/runtime/log.ts'
import { runProcess } from '#contracts/runtime/run.ts'
import { workerConfig } from './config.ts'
import { startWorker } from './start.ts'

const config = workerConfig()
const log = createLogger({ name: 'worker', level: config.logLevel })

await runProcess({
  name: 'worker',
  log,
  start: async (closers) => void (await startWorker(config, log, closers)),
})
