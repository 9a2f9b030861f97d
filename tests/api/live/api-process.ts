import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { claimPort } from '../../../local/servers/port.ts'
import { JWT_SECRET, SERVER_KEY, type Home } from '../../world/platform.ts'

const main = fileURLToPath(new URL('../../../api/main.ts', import.meta.url))

export interface ApiProcess {
  url: string
  /** Ends it with SIGKILL. */
  kill: () => Promise<void>
  /** The same process again, on the same port. */
  start: () => Promise<void>
  /** Tells it to stop, and returns its exit code. */
  stop: () => Promise<number | null>
}

/** An api in a process of its own, on a home that others may share. */
export const startApiProcess = async (home: Home): Promise<ApiProcess> => {
  const port = await claimPort()
  const launch = async () => {
    const child = fork(main, [], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        PATH: process.env['PATH'],
        MONGODB_URI: home.mongoUri,
        REDIS_URL: home.redisUrl,
        REDIS_PREFIX: home.redisPrefix,
        SERVER_KEY,
        JWT_SECRET,
        PORT: String(port),
        LOG_LEVEL: 'silent',
        LOCAL_MODE: 'true',
      },
    })
    await once(child, 'message')
    return child
  }
  let child = await launch()
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
    return child.exitCode
  }
  return {
    url: `http://127.0.0.1:${port}`,
    kill: async () => void (await end('SIGKILL')),
    start: async () => {
      child = await launch()
    },
    stop: () => end('SIGTERM'),
  }
}
