import type { Closers } from '#contracts/runtime/closers.ts'
import { systemClock } from '#contracts/runtime/clock.ts'
import type { Logger } from '#contracts/runtime/log.ts'
import { connectMongo, databaseTime } from '#contracts/runtime/mongo.ts'
import { createAgencies } from '#contracts/store/agencies.ts'
import { createCursors } from '#contracts/store/cursors.ts'
import { createHeartbeats } from '#contracts/store/heartbeats.ts'
import { createModels } from '#contracts/store/models.ts'
import { createWatchQueries } from '#contracts/store/watch.ts'

interface Where {
  mongoUri: string
  log: Logger
  closers: Closers
}

const open = async ({ mongoUri: uri, log, closers }: Where) => {
  const connection = await connectMongo({ uri, log, appName: 'watch' })
  closers.add('mongodb', () => connection.close())
  const models = createModels(connection)
  return {
    time: () => databaseTime(connection),
    queries: createWatchQueries(models),
    agencies: createAgencies(models),
    heartbeats: createHeartbeats(models),
    cursors: createCursors(models, systemClock),
  }
}
export type Database = Awaited<ReturnType<typeof open>>

/** Opens the database when it is first there: whoever watches must start, and be loud, also while it is away. */
export const createDatabase = (where: Where): (() => Promise<Database>) => {
  let opened: Promise<Database> | null = null
  return () => {
    opened ??= open(where).catch((error: unknown) => {
      opened = null
      throw error
    })
    return opened
  }
}
