import mongoose from 'mongoose'
import type { Instant } from '#contracts/domain/instant.ts'
import type { StoredFact } from './documents.ts'
import type { Models } from './models.ts'

/** Reading the ledger by what happened, for reports. */
export const createFactQueries = (models: Models) => ({
  /** Ids of the incidents that were reported from `from` on and before `to`, in order; drills are left out. */
  reportedBetween: async (agencyId: string, from: Instant, to: Instant, limit: number): Promise<string[]> => {
    const found = await models.facts
      .find({
        agencyId,
        type: 'incident.reported',
        at: mongoose.trusted({ $gte: from, $lt: to }),
        'data.drill': false,
      })
      .sort({ at: 1 })
      .limit(limit)
      .select({ entityId: 1 })
      .lean<Pick<StoredFact, 'entityId'>[]>()
      .exec()
    return found.map(({ entityId }) => entityId)
  },
})
export type FactQueries = ReturnType<typeof createFactQueries>
