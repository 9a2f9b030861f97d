import type { EntityKind, Fact } from '#contracts/domain/fact.ts'
import { digest } from '#contracts/runtime/ids.ts'
import { stableJson } from '#contracts/runtime/stable-json.ts'
import mongoose from 'mongoose'
import type { StoredFact } from './documents.ts'
import type { Models } from './models.ts'
import { isDuplicateKey } from './write.ts'

/** What the first fact of an agency chains to. */
export const GENESIS = '0'.repeat(64)

/** `sha256(previous hash + canonical fact with its seq)`: whoever changes, drops or swaps a fact breaks the chain. */
export const chainHash = (previous: string, fact: Omit<StoredFact, 'hash'>): string =>
  digest(previous + stableJson(fact))

type Placed = 'placed' | 'was placed' | 'head moved'

/**
 * Gives facts their place in the ledger of their agency: gap-free seq and hash chain, without a counter document.
 * Any process may flush any document at any time; two at once only make each other read the head again.
 */
export const createFlush = (models: Models, count: (what: 'seq_collision' | 'placed_twice') => void) => {
  const headOf = async (agencyId: string): Promise<{ seq: number; hash: string }> => {
    const head = await models.facts
      .findOne({ agencyId })
      .sort({ seq: -1 })
      .select({ seq: 1, hash: 1 })
      .lean()
      .exec()
    return head ?? { seq: 0, hash: GENESIS }
  }

  const place = async (fact: Fact): Promise<Placed> => {
    const head = await headOf(fact.agencyId)
    const { id, ...rest } = fact
    const placed = { _id: id, ...rest, seq: head.seq + 1 }
    try {
      await models.facts.collection.insertOne({ ...placed, hash: chainHash(head.hash, placed) } as never)
      return 'placed'
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
      // Only the fact's own id says "placed already"; on any other collision the head has moved on.
      return isCollisionOn(error, '_id') ? 'was placed' : 'head moved'
    }
  }

  const placeAll = async (facts: readonly Fact[]): Promise<void> => {
    for (const fact of facts) {
      let result = await place(fact)
      while (result === 'head moved') {
        count('seq_collision')
        result = await place(fact)
      }
      if (result === 'was placed') count('placed_twice')
    }
  }

  /** Places all pending facts of one document, in order, then takes exactly those out of `pending`. Returns how many. */
  return async (kind: EntityKind, id: string): Promise<number> => {
    const collection = models[kind].collection
    const doc = await collection.findOne({ _id: id as never }, { projection: { pending: 1 } })
    const facts: Fact[] = doc?.['pending'] ?? []
    if (facts.length === 0) return 0
    await placeAll(facts)
    const ids = facts.map((fact) => fact.id)
    await collection.updateOne({ _id: id as never }, { $pull: { pending: { id: { $in: ids } } } as never })
    return facts.length
  }
}
export type Flush = ReturnType<typeof createFlush>

const isCollisionOn = (error: unknown, field: string): boolean =>
  error instanceof mongoose.mongo.MongoServerError &&
  Object.keys((error['keyPattern'] as Record<string, unknown> | undefined) ?? {}).includes(field)
