import type { Instant } from '#contracts/domain/instant.ts'
import { withDeadline } from '#contracts/runtime/deadline.ts'
import { WATCH_LEASE } from '#contracts/store/heartbeats.ts'
import { each } from '../each.ts'
import { callOne } from './call.ts'
import type { Database } from './database.ts'
import { lookAround, lookAtDatabase } from './look.ts'
import { faultOf, type FaultCode, type Standing } from './standing.ts'
import type { Watch } from './watch.ts'

const DATABASE_WITHIN_MS = 5000
/** Also how long after the end of a watch another one takes over. */
const LEASE_S = 20
const AT_ONCE = 4

interface Seen {
  database: Database
  now: Instant
  isMine: boolean
  standing: Standing[]
  more: number
  isWorkerSilent: boolean
}

const look = async (watch: Watch): Promise<Seen> => {
  const database = await watch.database()
  const now = (await database.time()).toISOString()
  const isMine = await database.cursors.lease(WATCH_LEASE, watch.holder, LEASE_S)
  if (isMine) await database.queries.keepOnly(watch.onCall.map(({ id }) => id))
  return { database, now, isMine, ...(await lookAtDatabase(database, now)) }
}

const seenOf = async (watch: Watch): Promise<Seen | null> => {
  try {
    return await withDeadline(look(watch), DATABASE_WITHIN_MS, 'looking into MongoDB')
  } catch (err) {
    watch.log.warn({ err }, 'MongoDB does not answer')
    return null
  }
}

/** Looks at everything once and calls whoever is on call. While MongoDB is away, also that is told, from memory. */
export const watchPass = async (watch: Watch): Promise<void> => {
  const [faults, seen] = await Promise.all([lookAround(watch), seenOf(watch)])
  const now = seen?.now ?? watch.clock.now().toISOString()
  const wrong = new Set<FaultCode>(faults)
  if (seen === null) wrong.add('mongo_away')
  if (seen?.isWorkerSilent) wrong.add('worker_silent')
  const own = watch.since(wrong, now).map(([code, since]) => faultOf(code, since))
  // Another watch has the lease: it sees the same.
  if (seen !== null && !seen.isMine) return
  const standing = [...own, ...(seen?.standing ?? [])]
  const books = watch.booksIn(seen?.database.queries ?? null)
  await each(watch.onCall, AT_ONCE, (person) =>
    callOne(watch, books, person, { standing, more: seen?.more ?? 0 }, now),
  )
}
