import { randomBytes } from 'node:crypto'
import { redisKeys } from '#contracts/wire/keys.ts'
import { systemClock } from '#contracts/runtime/clock.ts'
import type { Closers } from '#contracts/runtime/closers.ts'
import { createDatabaseClock } from '#contracts/runtime/database-clock.ts'
import { createIds } from '#contracts/runtime/ids.ts'
import type { Logger } from '#contracts/runtime/log.ts'
import { connectMongo, databaseTime, withPatience } from '#contracts/runtime/mongo.ts'
import { pingAnew, watchMongo } from '#contracts/runtime/mongo-watch.ts'
import { createProducerRedis } from '#contracts/runtime/redis.ts'
import { buildIndexes, checkIndexes } from './indexes.ts'
import { createPresence } from './presence.ts'
import { createSeal } from './seal.ts'
import { openStore, type StoreOptions } from './store.ts'

export interface PlatformOptions {
  name: string
  mongoUri: string
  redisUrl: string
  redisPrefix: string
  /** ≥ 32 characters: person keys, sealed secrets and task links are derived from it. */
  serverKey: string
  log: Logger
  closers: Closers
  atPoint?: StoreOptions['atPoint']
}

/**
 * What api and worker share when they start: MongoDB with its indexes built and read back, database time, the store,
 * and a Redis connection that may be away. Everything is closed by `closers`. Throws when MongoDB is away or an index differs.
 */
export const openPlatform = async (options: PlatformOptions) => {
  const { name, mongoUri, redisUrl, redisPrefix, serverKey, log, closers, atPoint } = options
  const connection = await connectMongo({ uri: mongoUri, log, appName: name })
  closers.add('mongodb', () => connection.close())
  const watch = watchMongo({
    ours: () => databaseTime(connection),
    fresh: () => pingAnew(mongoUri),
    // Uncaught on purpose: such a process ends, and whoever looks after it starts it anew.
    onStuck: () =>
      void setImmediate(() => {
        throw new Error('the connection to MongoDB does not come back, though the server answers')
      }),
    log,
  })
  closers.add('mongodb watch', () => watch.stop())
  await withPatience({ uri: mongoUri, appName: name }, buildIndexes)
  const faults = await checkIndexes(connection)
  if (faults.length > 0) throw new Error(`indexes are not as planned: ${faults.join(', ')}`)

  const readDatabaseTime = () => databaseTime(connection)
  const clock = await createDatabaseClock({ readDatabaseTime, local: systemClock, log })
  closers.add('clock', () => clock.stop())

  const redis = createProducerRedis({ url: redisUrl, log })
  closers.add('redis', () => redis.disconnect())
  const keys = redisKeys(redisPrefix)
  const poke = (agencyId: string): void => {
    redis.publish(keys.poke, agencyId).catch((err: unknown) => log.debug({ err }, 'poke lost'))
  }

  const ids = createIds(randomBytes, clock)
  const store = openStore({ connection, clock, ids, log, random: Math.random, poke, atPoint })
  closers.add('background', store.settled)
  const presence = createPresence(store.models, redis, keys)
  const seal = createSeal(serverKey, randomBytes)
  return { name, connection, clock, ids, redis, keys, store, presence, seal, serverKey, log }
}
export type Platform = Awaited<ReturnType<typeof openPlatform>>
