import mongoose from 'mongoose'
import { entityKinds, type EntityKind } from '#contracts/domain/fact.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Models } from './models.ts'

export interface Unplaced {
  kind: EntityKind
  id: string
}

const PENDING = { 'pending.0.id': mongoose.trusted({ $exists: true }) }

/** Documents whose facts have waited for their place in the ledger since before a moment: whoever wrote them died. */
export const findUnplaced = async (models: Models, before: Instant, limit = 500): Promise<Unplaced[]> => {
  const ofKind = async (kind: EntityKind): Promise<Unplaced[]> => {
    const found = await models[kind].collection
      .find(PENDING, { projection: { pending: 1 } })
      .limit(limit)
      .toArray()
    return found
      .filter(({ pending }) => (pending as { at: Instant }[]).some(({ at }) => at < before))
      .map(({ _id }) => ({ kind, id: String(_id) }))
  }
  return (await Promise.all(entityKinds.map(ofKind))).flat()
}
