import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { claimPort } from '../../../local/servers/port.ts'
import { JWT_SECRET, SERVER_KEY, type Home } from '../../world/platform.ts'

const fileOf = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** The api as it stands, in one file: it starts in a fraction of the time. */
const bundle = async (): Promise<string> => {
  const outfile = fileOf(`dist/tests/api-${process.pid}.mjs`)
  await esbuild.build({
    entryPoints: [fileOf('api/main.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'error',
  })
  return outfile
}
let bundled: Promise<string> | null = null

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
  const main = await (bundled ??= bundle())
  const launch = async () => {
    const child = fork(main, [], {
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        PATH: process.env['PATH'],
        MONGODB_URI: home.mongoUri,
        REDIS_URL: home.redisUrl,
        REDIS_PREFIX: home.redisPrefix,
        SERVER_KEY,
        JWT_SECRET,
        PORT: String(port),
        LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
        LOCAL_MODE: 'true',
      },
    })
    const early = once(child, 'exit').then(([code, signal]) => {
      throw new Error(`the api ended before it was ready (${String(signal ?? code)})`)
    })
    await Promise.race([once(child, 'message'), early])
    early.catch(() => undefined)
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
