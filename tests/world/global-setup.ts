import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import type { TestProject } from 'vitest/node'
import { startMongo } from '../../local/servers/mongo.ts'
import { startRedis } from '../../local/servers/redis.ts'

declare module 'vitest' {
  interface ProvidedContext {
    mongoUrl: string
    redisUrl: string
    engine: string
    /** A folder that goes with the run, for what a test leaves behind. */
    scratch: string
  }
}

const note = (line: string): void => console.log(line)

/** Each world opens some hundred files, and the engine keeps them for ten minutes, also of a database that was dropped: too many for one process. */
const closeIdleFiles = async (uri: string): Promise<void> => {
  const connection = await mongoose.createConnection(uri).asPromise()
  await connection.db?.admin().command({
    setParameter: 1,
    wiredTigerEngineRuntimeConfig:
      'file_manager=(close_idle_time=20,close_scan_interval=5,close_handle_minimum=250)',
  })
  await connection.close()
}

/** One real MongoDB engine and one real Redis for the whole run; each world has a database and a key prefix of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'top-ranger-tests-'))
  const [mongo, redis] = await Promise.all([
    startMongo({ dataDir: join(dir, 'mongo'), note }),
    startRedis({ dataDir: join(dir, 'redis'), note }),
  ])
  await closeIdleFiles(mongo.uri)
  project.provide('mongoUrl', mongo.uri)
  project.provide('redisUrl', redis.url)
  project.provide('engine', mongo.kind)
  project.provide('scratch', dir)
  return async () => {
    await Promise.all([mongo.stop(), redis.stop()])
    await rm(dir, { recursive: true, force: true })
  }
}
