import mongoose from 'mongoose'
import { isAsking } from '#contracts/domain/incident/moves.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { incidentStatuses } from '#contracts/domain/incident/words.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Filed } from './documents.ts'
import type { Models } from './models.ts'

const askingStatuses = incidentStatuses.filter(isAsking)
const { trusted } = mongoose

/** Incidents that want something now: people to be asked, a moment that has passed. */
export const createAsking = (models: Models) => {
  const agencyIds = async (): Promise<string[]> =>
    (await models.agencies.find().select({ _id: 1 }).lean<{ _id: string }[]>().exec()).map(({ _id }) => _id)

  return {
    agencyIds,

    /** Every incident of the agency that may ask volunteers now, whether or not a slot is open. */
    ofAgency: async (agencyId: string): Promise<Incident[]> => {
      const found = await models.incident
        .find({ agencyId, 'state.status': trusted({ $in: askingStatuses }) })
        .lean<Filed<'incident'>[]>()
        .exec()
      return found.map(({ state }) => state)
    },

    /** Agencies with a need for which nobody was left to ask; of each only the incidents that may ask are looked at. */
    agenciesWithStalled: async (): Promise<string[]> => {
      const found: string[] = []
      for (const agencyId of await agencyIds()) {
        const stalled = models.incident.exists({
          agencyId,
          'state.status': trusted({ $in: askingStatuses }),
          'state.needs.status': 'stalled',
        })
        if ((await stalled.exec()) !== null) found.push(agencyId)
      }
      return found
    },

    /** Volunteers who have taken back their consent. */
    whoLeft: async (agencyId: string): Promise<string[]> => {
      const left = models.volunteer.find({ agencyId, 'state.standing': 'withdrawn' }).select({ _id: 1 })
      return (await left.lean<{ _id: string }[]>().exec()).map(({ _id }) => _id)
    },

    /** Incidents whose next due time has come, the longest overdue first. */
    overdue: async (now: Instant, limit: number): Promise<{ incidentId: string; agencyId: string }[]> => {
      const found = await models.incident
        .find({ nextDueAt: trusted({ $ne: null, $lte: now }) })
        .sort({ nextDueAt: 1 })
        .limit(limit)
        .select({ agencyId: 1 })
        .lean<{ _id: string; agencyId: string }[]>()
        .exec()
      return found.map(({ _id, agencyId }) => ({ incidentId: _id, agencyId }))
    },

    /** Volunteers whose duty was until a moment that has come. */
    dutiesOver: async (
      now: Instant,
      limit: number,
    ): Promise<{ volunteerId: string; agencyId: string; version: number }[]> => {
      const found = await models.volunteer
        .find({ nextDueAt: trusted({ $ne: null, $lte: now }) })
        .sort({ nextDueAt: 1 })
        .limit(limit)
        .select({ agencyId: 1, version: 1 })
        .lean<{ _id: string; agencyId: string; version: number }[]>()
        .exec()
      return found.map(({ _id, agencyId, version }) => ({ volunteerId: _id, agencyId, version }))
    },
  }
}
export type Asking = ReturnType<typeof createAsking>
