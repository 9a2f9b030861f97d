import { statfs } from 'node:fs/promises'
import type { Connection } from 'mongoose'
import { createLogger } from '#contracts/runtime/log.ts'
import { connectMongo, databaseTime } from '#contracts/runtime/mongo.ts'
import { checkRedisPolicy, createProducerRedis } from '#contracts/runtime/redis.ts'
import { createHeartbeats, WATCH_LEASE } from '#contracts/store/heartbeats.ts'
import { checkIndexes } from '#contracts/store/indexes.ts'
import { createModels, type Models } from '#contracts/store/models.ts'
import { checkAnchors } from './anchors.ts'

/** One thing that was looked at. `way` says what to do when it is not well. */
export interface Finding {
  what: string
  ok: boolean
  found: string
  way?: string
}

const MAX_SKEW_MS = 2000
const MIN_FREE_BYTES = 2 * 1024 ** 3
const log = createLogger({ name: 'doctor', level: 'silent' })

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const engine = async (connection: Connection): Promise<Finding> => {
  const info = await connection.db?.admin().serverInfo()
  const hello = await connection.db?.admin().command({ hello: 1 })
  const version: unknown = info?.['version']
  const kind =
    typeof hello?.['setName'] === 'string'
      ? `replica set ${hello['setName']}`
      : 'single server (fine for a local run, not for real service)'
  return {
    what: 'MongoDB',
    ok: true,
    found: `${String(version)}, ${kind}`,
  }
}

const indexes = async (connection: Connection): Promise<Finding> => {
  const faults = await checkIndexes(connection)
  const found = faults.length === 0 ? 'all as planned' : faults.join('; ')
  return { what: 'Indexes', ok: faults.length === 0, found, way: 'start the api once: it builds them' }
}

const clock = async (connection: Connection): Promise<Finding> => {
  const before = Date.now()
  const database = await databaseTime(connection)
  const skewMs = Math.round((before + Date.now()) / 2 - database.getTime())
  return {
    what: 'Clock',
    ok: Math.abs(skewMs) <= MAX_SKEW_MS,
    found: `${skewMs} ms against the database`,
    way: 'switch time synchronisation on (systemd-timesyncd, chrony)',
  }
}

/** Is anybody called when nobody looks at a screen? */
const watch = async (models: Models, now: Date): Promise<Finding> => {
  const until = await createHeartbeats(models).until(WATCH_LEASE)
  const isAtWork = until !== null && until >= now.toISOString()
  const silent = until === null ? 'has never run' : `is silent since ${until}`
  return {
    what: 'Watch',
    ok: isAtWork,
    found: isAtWork ? 'calls people on call' : `${silent}: alarms are on the screens only`,
    way: 'start it with ALARM_TO (docs/operations.md, "Alarms outside the browser")',
  }
}

/**
 * Asks MongoDB: is it there, are its indexes right, does its clock agree, has the watch been there lately, and does the
 * anchor file follow its facts.
 */
export const checkMongo = async (uri: string, anchorFile: string | null): Promise<Finding[]> => {
  try {
    const connection = await connectMongo({ uri, log, appName: 'doctor' })
    try {
      const models = createModels(connection)
      const now = await databaseTime(connection)
      return [
        await engine(connection),
        await indexes(connection),
        await clock(connection),
        await watch(models, now),
        await checkAnchors(models, anchorFile, now),
      ]
    } finally {
      await connection.close()
    }
  } catch (error) {
    return [
      { what: 'MongoDB', ok: false, found: reason(error), way: 'check MONGODB_URI and that the server runs' },
    ]
  }
}

/** Asks Redis: is it there, and does it keep what it is given. */
export const checkRedis = async (url: string): Promise<Finding> => {
  const redis = createProducerRedis({ url, log })
  try {
    await new Promise<void>((resolve, reject) => {
      redis.once('ready', resolve)
      redis.once('error', reject)
    })
    const problem = await checkRedisPolicy(redis)
    return {
      what: 'Redis',
      ok: problem === undefined,
      found: problem ?? 'answers, noeviction',
      way: 'set maxmemory-policy noeviction',
    }
  } catch (error) {
    return { what: 'Redis', ok: false, found: reason(error), way: 'check REDIS_URL and that the server runs' }
  } finally {
    redis.disconnect()
  }
}

/** Free space where this process keeps its files. */
export const checkDisk = async (folder: string): Promise<Finding> => {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  return {
    what: 'Disk',
    ok: free > MIN_FREE_BYTES,
    found: `${(free / 1024 ** 3).toFixed(1)} GiB free at ${folder}`,
    way: 'free at least 2 GiB: a full disk stops MongoDB',
  }
}
