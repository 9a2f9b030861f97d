import mongoose from 'mongoose'
import type { EntityKind, PlacedFact } from '#contracts/domain/fact.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { StoredFact } from './documents.ts'
import type { Models } from './models.ts'

export interface FactFilter {
  kind?: EntityKind | undefined
  entityId?: string | undefined
  /** Id of who caused it. */
  by?: string | undefined
  from?: Instant | undefined
  to?: Instant | undefined
  before?: number | undefined
}

/** Reading the ledger by what happened, for reports and for the audit. */
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

  /** Newest first; `before`: the seq of the last one that was shown. `to` is included. */
  page: async (agencyId: string, wanted: FactFilter, limit: number): Promise<PlacedFact[]> => {
    const { kind, entityId, by, from, to, before } = wanted
    const at = { ...(from && { $gte: from }), ...(to && { $lte: to }) }
    const found = await models.facts
      .find({
        agencyId,
        ...(kind && { kind }),
        ...(entityId && { entityId }),
        ...(by && { 'by.id': by }),
        ...(from || to ? { at: mongoose.trusted(at) } : {}),
        ...(before && { seq: mongoose.trusted({ $lt: before }) }),
      })
      .sort({ seq: -1 })
      .limit(limit)
      .lean<StoredFact[]>()
      .exec()
    return found.map(({ _id, ...fact }) => ({ id: _id, ...fact }))
  },
})
export type FactQueries = ReturnType<typeof createFactQueries>
