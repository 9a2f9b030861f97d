import mongoose from 'mongoose'
import type { Logger } from './log.ts'
import { type Loop, startLoop } from './loop.ts'

const EVERY_MS = 5000
/** So many times in a row a client made for the occasion reached the server, and ours did not before or after it. */
const OFTEN = 3

export interface MongoWatchOptions {
  /** Rejects when the connection that everything uses does not reach the server. */
  ours: () => Promise<unknown>
  /** The same by a client of its own. */
  fresh: () => Promise<unknown>
  onStuck: () => void
  log: Logger
  everyMs?: number
}

/** A new client, one ping, and closed again; rejects within about 2 s when no server answers. */
export const pingAnew = async (uri: string): Promise<void> => {
  const patience = { serverSelectionTimeoutMS: 2000, connectTimeoutMS: 2000, socketTimeoutMS: 2000 }
  const client = await mongoose.mongo.MongoClient.connect(uri, patience)
  try {
    await client.db().command({ ping: 1 })
  } finally {
    await client.close()
  }
}

const succeeds = async (attempt: () => Promise<unknown>, log: Logger): Promise<boolean> => {
  try {
    await attempt()
    return true
  } catch (err) {
    log.debug({ err }, 'mongodb did not answer the watch')
    return false
  }
}

/**
 * Notices a driver that does not come back although the server has (docs/faults.md): no retry helps then, only a process that
 * begins anew. A server that is away is no reason: then a fresh client does not reach it either.
 */
export const watchMongo = ({ ours, fresh, onStuck, log, everyMs = EVERY_MS }: MongoWatchOptions): Loop => {
  let times = 0
  return startLoop({
    name: 'mongodb watch',
    everyMs,
    unref: true,
    log,
    run: async () => {
      const isStuck =
        !(await succeeds(ours, log)) && (await succeeds(fresh, log)) && !(await succeeds(ours, log))
      times = isStuck ? times + 1 : 0
      if (isStuck) log.warn({ times }, 'a fresh client reaches mongodb, ours does not')
      if (times >= OFTEN) onStuck()
    },
  })
}
