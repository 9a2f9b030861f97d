import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const Running = z.object({
  pid: z.int(),
  url: z.string(),
  mongoUri: z.string().nullable(),
  redisUrl: z.string().nullable(),
})
type Running = z.infer<typeof Running>

const fileIn = (dataDir: string): string => join(dataDir, 'running.json')

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The city that runs on this data folder already, or null. A leftover of a process that died does not count. */
export const runningCity = async (dataDir: string): Promise<Running | null> => {
  const text = await readFile(fileIn(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  const running = text === null ? null : Running.parse(JSON.parse(text))
  return running !== null && isAlive(running.pid) ? running : null
}

/** Notes that this process runs a city here; its servers are told once they are up (`npm run doctor` asks them). */
export const markRunning = async (
  dataDir: string,
  url: string,
  servers: { mongoUri: string; redisUrl: string } | null,
): Promise<void> => {
  const { mongoUri, redisUrl } = servers ?? { mongoUri: null, redisUrl: null }
  await writeFile(
    fileIn(dataDir),
    JSON.stringify({ pid: process.pid, url, mongoUri, redisUrl } satisfies Running),
  )
}

export const unmarkRunning = async (dataDir: string): Promise<void> => rm(fileIn(dataDir), { force: true })
