import mongoose from 'mongoose'
import type { EntityKind, PlacedFact } from '#contracts/domain/fact.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Filed, StoredFact } from './documents.ts'
import type { Models } from './models.ts'

export interface FactFilter {
  /** Any of these; undefined: all. */
  kinds?: readonly EntityKind[] | undefined
  /** What happened: any of these. */
  types?: readonly string[] | undefined
  /** What it is about: any of these. */
  entityIds?: readonly string[] | undefined
  /** Id of who caused it. */
  by?: string | undefined
  from?: Instant | undefined
  to?: Instant | undefined
  before?: number | undefined
}

/** More volunteers than partners there are cannot have one name. */
const MOST_NAMED = 50

/** Reading the ledger by what happened, for reports and for the audit. */
export const createFactQueries = (models: Models) => ({
  /** Ids of the incidents that were reported from `from` on and before `to`, in order; drills are left out. */
  reportedBetween: async (agencyId: string, from: Instant, to: Instant): Promise<string[]> => {
    const found = await models.facts
      .find({
        agencyId,
        type: 'incident.reported',
        at: mongoose.trusted({ $gte: from, $lt: to }),
        'data.drill': false,
      })
      .sort({ at: 1 })
      .select({ entityId: 1 })
      .lean<Pick<StoredFact, 'entityId'>[]>()
      .exec()
    return found.map(({ entityId }) => entityId)
  },

  /** Ids of what people call so: the incident of this number (`KJ-2026-0001`), the volunteers whom a partner names so. */
  namedSo: async (agencyId: string, name: string): Promise<string[]> => {
    const [incidents, volunteers] = await Promise.all([
      models.incident
        .find({ agencyId, 'state.number': name.toUpperCase() })
        .select({ _id: 1 })
        .lean<Pick<Filed<'incident'>, '_id'>[]>()
        .exec(),
      models.volunteer
        .find({ agencyId, $or: [{ 'state.ref': name }, { 'state.formerRef': name }] })
        .select({ _id: 1 })
        .limit(MOST_NAMED)
        .lean<Pick<Filed<'volunteer'>, '_id'>[]>()
        .exec(),
    ])
    return [...incidents, ...volunteers].map(({ _id }) => _id)
  },

  /** Newest first; `before`: the seq of the last one that was shown. `to` is included. */
  page: async (agencyId: string, wanted: FactFilter, limit: number): Promise<PlacedFact[]> => {
    const { kinds, types, entityIds, by, from, to, before } = wanted
    const at = { ...(from && { $gte: from }), ...(to && { $lte: to }) }
    const found = await models.facts
      .find({
        agencyId,
        ...(kinds && { kind: mongoose.trusted({ $in: [...kinds] }) }),
        ...(types && { type: mongoose.trusted({ $in: [...types] }) }),
        ...(entityIds && { entityId: mongoose.trusted({ $in: [...entityIds] }) }),
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
