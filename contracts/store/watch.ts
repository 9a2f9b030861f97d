import mongoose, { type PipelineStage } from 'mongoose'
import { alarmRank } from '#contracts/domain/incident/alarms.ts'
import { hasEnded } from '#contracts/domain/incident/moves.ts'
import type { Alarm } from '#contracts/domain/incident/state.ts'
import { incidentStatuses } from '#contracts/domain/incident/words.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { CallBook, Filed } from './documents.ts'
import { isDuplicateKey } from './errors.ts'
import type { Models } from './models.ts'

const { trusted } = mongoose
const openStatuses = incidentStatuses.filter((status) => !hasEnded(status))
/** An action this late is the platform's fault, and nobody's patience. */
export const LATE_S = 15
/** As many of each are read, the worst of them; those beyond are told as a number. */
const MOST = 200
const worstKinds = Object.entries(alarmRank)
  .toSorted(([, a], [, b]) => a - b)
  .map(([what]) => what)

type Watched = Filed<'incident'>['state']
export type WatchedIncident = Pick<Filed<'incident'>, '_id' | 'agencyId' | 'nextDueAt'> & {
  state: Pick<Watched, 'number' | 'place' | 'changedAt'>
}
/** One alarm and the incident that it is about. */
export interface WatchedAlarm {
  incidentId: string
  agencyId: string
  number: string
  place: Watched['place']
  alarm: Alarm
}
/** The first ones, and how many there are beside them. */
export interface Found<T> {
  found: T[]
  more: number
}

const fields = {
  agencyId: 1,
  nextDueAt: 1,
  'state.number': 1,
  'state.place': 1,
  'state.changedAt': 1,
} as const

/** Alarms that nobody has acknowledged, one by one, the worst and then the oldest first. The first line is the one that an index knows. */
const unseenAlarms: PipelineStage[] = [
  { $match: { 'state.alarms.0.id': { $exists: true }, 'state.drill': false } },
  { $unwind: '$state.alarms' },
  { $match: { 'state.alarms.acknowledgedAt': null } },
  {
    $project: {
      _id: 0,
      incidentId: '$_id',
      agencyId: 1,
      number: '$state.number',
      place: '$state.place',
      alarm: '$state.alarms',
      rank: { $indexOfArray: [worstKinds, '$state.alarms.what'] },
    },
  },
  { $sort: { rank: 1, 'alarm.since': 1, incidentId: 1 } },
  { $facet: { found: [{ $limit: MOST }, { $unset: 'rank' }], all: [{ $count: 'count' }] } },
]

/** What whoever watches the platform from outside reads, in all agencies. Drills are left out: nobody is woken for one. */
export const createWatchQueries = (models: Models) => {
  const incidents = async (
    filter: Record<string, unknown>,
    oldest: 'nextDueAt' | 'state.changedAt',
  ): Promise<Found<WatchedIncident>> => {
    const wanted = { ...filter, 'state.drill': false }
    const found = await models.incident
      .find(wanted)
      .select(fields)
      .sort({ [oldest]: 1 })
      .limit(MOST)
      .lean<WatchedIncident[]>()
      .exec()
    const all = found.length < MOST ? found.length : await models.incident.countDocuments(wanted).exec()
    return { found, more: Math.max(0, all - found.length) }
  }

  return {
    /** Every alarm that nobody has acknowledged, the worst first. */
    unseen: async (): Promise<Found<WatchedAlarm>> => {
      const [answer] = await models.incident
        .aggregate<{ found: WatchedAlarm[]; all: { count: number }[] }>(unseenAlarms)
        .exec()
      const found = answer?.found ?? []
      return { found, more: (answer?.all[0]?.count ?? 0) - found.length }
    },

    /** Those that are open and wait for nothing: there must be none. */
    forgotten: (agencyIds: readonly string[]) =>
      incidents(
        {
          agencyId: trusted({ $in: [...agencyIds] }),
          'state.status': trusted({ $in: openStatuses }),
          nextDueAt: null,
        },
        'state.changedAt',
      ),

    /** Those whose next action should have been done before this moment; of one agency, or of all (null). */
    late: (before: Instant, agencyId: string | null) =>
      incidents(
        { ...(agencyId !== null && { agencyId }), nextDueAt: trusted({ $ne: null, $lt: before }) },
        'nextDueAt',
      ),

    /** Calls for help of volunteers on no task that nobody has acknowledged; those of sandbox partners are drills. */
    callsForHelp: async (): Promise<{ volunteerId: string; agencyId: string; since: Instant }[]> => {
      const sandboxes = await models.partner.find({ 'state.sandbox': true }).select({ _id: 1 }).lean().exec()
      const found = await models.volunteer
        .find({
          'state.sosAt': trusted({ $type: 'string' }),
          'state.partnerId': trusted({ $nin: sandboxes.map(({ _id }) => _id) }),
        })
        .select({ agencyId: 1, 'state.sosAt': 1 })
        .sort({ 'state.sosAt': 1 })
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

    /** Forgets the books of everybody but these: nobody waits for a message to somebody who is on call no more. */
    keepOnly: async (ids: readonly string[]): Promise<void> => {
      await models.callBooks.deleteMany({ _id: trusted({ $nin: [...ids] }) }).exec()
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
