import mongoose from 'mongoose'
import { hasEnded } from '#contracts/domain/incident/moves.ts'
import { incidentStatuses } from '#contracts/domain/incident/words.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { CallBook, Filed } from './documents.ts'
import { isDuplicateKey } from './errors.ts'
import type { Models } from './models.ts'

const { trusted } = mongoose
const openStatuses = incidentStatuses.filter((status) => !hasEnded(status))
/** An action this late is the platform's fault, and nobody's patience. */
export const LATE_S = 15
/** More than this at once is told as a number. */
const MOST = 200

export type WatchedIncident = Pick<Filed<'incident'>, '_id' | 'agencyId' | 'nextDueAt'> & {
  state: Pick<Filed<'incident'>['state'], 'number' | 'place' | 'alarms' | 'drill' | 'changedAt'>
}

const fields = {
  agencyId: 1,
  nextDueAt: 1,
  'state.number': 1,
  'state.place': 1,
  'state.alarms': 1,
  'state.drill': 1,
  'state.changedAt': 1,
} as const

/** What whoever watches the platform from outside reads, in all agencies. Drills are left out: nobody is woken for one. */
export const createWatchQueries = (models: Models) => {
  const incidents = (filter: Record<string, unknown>): Promise<WatchedIncident[]> =>
    models.incident
      .find({ ...filter, 'state.drill': false })
      .select(fields)
      .limit(MOST)
      .lean<WatchedIncident[]>()
      .exec()

  return {
    /** Those with an alarm, acknowledged or not. */
    alarmed: () => incidents({ 'state.alarms.0.id': trusted({ $exists: true }) }),

    /** Those that are open and wait for nothing: there must be none. */
    forgotten: (agencyIds: readonly string[]) =>
      incidents({
        agencyId: trusted({ $in: [...agencyIds] }),
        'state.status': trusted({ $in: openStatuses }),
        nextDueAt: null,
      }),

    /** Those whose next action should have been done before this moment. */
    late: (before: Instant) => incidents({ nextDueAt: trusted({ $ne: null, $lt: before }) }),

    /** Calls for help of volunteers on no task that nobody has acknowledged. */
    callsForHelp: async (): Promise<{ volunteerId: string; agencyId: string; since: Instant }[]> => {
      const found = await models.volunteer
        .find({ 'state.sosAt': trusted({ $type: 'string' }) })
        .select({ agencyId: 1, 'state.sosAt': 1 })
        .limit(MOST)
        .lean<{ _id: string; agencyId: string; state: { sosAt: Instant } }[]>()
        .exec()
      return found.map(({ _id, agencyId, state }) => ({ volunteerId: _id, agencyId, since: state.sosAt }))
    },

    book: async (id: string): Promise<CallBook | null> =>
      models.callBooks.findById(id).lean<CallBook>().exec(),

    /** False when somebody else wrote it meanwhile: another watch is at work. */
    keepBook: async ({ _id, version, ...rest }: CallBook): Promise<boolean> => {
      const next = { ...rest, version: version + 1 }
      if (version > 0)
        return (await models.callBooks.updateOne({ _id, version }, { $set: next }).exec()).matchedCount === 1
      try {
        await models.callBooks.collection.insertOne({ _id: _id as never, ...next })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },

    /** Since when a gateway takes nothing of what people on call are to be told; by way. */
    failingGateways: async (): Promise<Pick<CallBook, 'way' | 'failingSince'>[]> =>
      models.callBooks
        .find({ failingSince: trusted({ $type: 'string' }) })
        .select({ way: 1, failingSince: 1 })
        .sort({ failingSince: 1 })
        .lean<CallBook[]>()
        .exec(),
  }
}
export type WatchQueries = ReturnType<typeof createWatchQueries>
