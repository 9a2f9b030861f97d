import { createLogger } from '#contracts/runtime/log.ts'
import { runProcess } from '#contracts/runtime/run.ts'
import { apiConfig } from './config.ts'
import { startApi } from './start.ts'

const log = createLogger({ name: 'api', level: 'info' })

await runProcess({
  name: 'api',
  log,
  start: async (closers) => {
    const config = apiConfig()
    log.level = config.logLevel
    const { url } = await startApi(config, log, closers)
    log.info({ url }, 'the api listens')
  },
})
