import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { SERVER_KEY } from '../world/platform.ts'
import type { Bench } from './world.ts'

const main = fileURLToPath(new URL('../../worker/main.ts', import.meta.url))

/** The worker as a process of its own. */
export const spawnWorker = (bench: Bench, env: Record<string, string> = {}) => {
  const { mongoUri, redisUrl, redisPrefix } = bench.home
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      MONGODB_URI: mongoUri,
      REDIS_URL: redisUrl,
      REDIS_PREFIX: redisPrefix,
      SERVER_KEY,
      LOCAL_MODE: 'true',
      ANCHOR_FILE: bench.ctx.config.anchorFile,
      ...env,
    },
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stdout?.resume()
  const ended = once(child, 'close') as Promise<[number | null, string | null]>
  return { child, ended, said: () => said }
}
