import type { EntityKind, Fact } from '#contracts/domain/fact.ts'
import { digest } from '#contracts/runtime/ids.ts'
import type { Serial } from '#contracts/runtime/queue.ts'
import { stableJson } from '#contracts/runtime/stable-json.ts'
import mongoose from 'mongoose'
import { setTimeout as rest } from 'node:timers/promises'
import type { StoredFact } from './documents.ts'
import type { Models } from './models.ts'
import { isDuplicateKey } from './errors.ts'
import { restMs } from './rest.ts'

/** What the first fact of an agency chains to. */
export const GENESIS = '0'.repeat(64)

/** `sha256(previous hash + canonical fact with its seq)`: whoever changes, drops or swaps a fact breaks the chain. */
export const chainHash = (previous: string, fact: Omit<StoredFact, 'hash'>): string =>
  digest(previous + stableJson(fact))

type Placed = 'placed' | 'was placed' | 'head moved'
interface Head {
  seq: number
  hash: string
}

const seal = ({ id, ...fact }: Fact, head: Head): StoredFact => {
  const placed = { _id: id, ...fact, seq: head.seq + 1 }
  return { ...placed, hash: chainHash(head.hash, placed) }
}

/**
 * Gives facts their place in the ledger of their agency: gap-free seq and hash chain, without a counter document.
 * Any process may flush any document at any time; two at once only make each other read the head again. Inside one
 * process the flushes of an agency queue up, and the head they left is tried first: only the unique index is the truth.
 */
export const createFlush = (
  models: Models,
  serial: Serial,
  count: (what: 'seq_collision' | 'placed_twice') => void,
) => {
  const heads = new Map<string, Head>()

  const readHead = async (agencyId: string): Promise<Head> => {
    const head = await models.facts
      .findOne({ agencyId })
      .sort({ seq: -1 })
      .select({ seq: 1, hash: 1 })
      .lean()
      .exec()
    return head ?? { seq: 0, hash: GENESIS }
  }

  const place = async (fact: Fact): Promise<Placed> => {
    const sealed = seal(fact, heads.get(fact.agencyId) ?? (await readHead(fact.agencyId)))
    try {
      await models.facts.collection.insertOne(sealed as never)
      heads.set(fact.agencyId, sealed)
      return 'placed'
    } catch (error) {
      heads.delete(fact.agencyId)
      if (!isDuplicateKey(error)) throw error
      // Only the fact's own id says "placed already"; on any other collision the head has moved on.
      return isCollisionOn(error, '_id') ? 'was placed' : 'head moved'
    }
  }

  const placeOneByOne = async (facts: readonly Fact[]): Promise<void> => {
    for (const fact of facts) {
      let result = await place(fact)
      for (let tries = 0; result === 'head moved'; tries += 1) {
        count('seq_collision')
        // The first time somebody was faster; after that the new head may not be with a majority yet.
        if (tries > 0) await rest(restMs(tries))
        result = await place(fact)
      }
      if (result === 'was placed') count('placed_twice')
    }
  }

  /** One ordered insert for all, which stops at the first collision; then the rest is placed with care. */
  const placeAll = async (agencyId: string, facts: readonly Fact[]): Promise<void> => {
    const sealed: StoredFact[] = []
    let head = heads.get(agencyId) ?? (await readHead(agencyId))
    for (const fact of facts) {
      const next = seal(fact, head)
      sealed.push(next)
      head = next
    }
    try {
      await models.facts.collection.insertMany(sealed as never[], { ordered: true })
      heads.set(agencyId, head)
    } catch (error) {
      heads.delete(agencyId)
      if (!isDuplicateKey(error)) throw error
      count('seq_collision')
      await placeOneByOne(facts)
    }
  }

  const flush = async (kind: EntityKind, id: string): Promise<number> => {
    const collection = models[kind].collection
    const doc = await collection.findOne({ _id: id as never }, { projection: { pending: 1 } })
    const facts: Fact[] = doc?.['pending'] ?? []
    const [first] = facts
    if (first === undefined) return 0
    await serial(`flush:${first.agencyId}`, () => placeAll(first.agencyId, facts))
    const ids = facts.map((fact) => fact.id)
    await collection.updateOne({ _id: id as never }, { $pull: { pending: { id: { $in: ids } } } as never })
    return facts.length
  }

  /**
   * Places all pending facts of one document, in order, then takes exactly those out of `pending`. Returns how many. Inside
   * one process each flush of a document waits for the one before it: in a storm of answers nearly all then find nothing
   * left to do, instead of trying to place the same facts again.
   */
  return (kind: EntityKind, id: string): Promise<number> => serial(`flush:${id}`, () => flush(kind, id))
}
export type Flush = ReturnType<typeof createFlush>

const isCollisionOn = (error: unknown, field: string): boolean =>
  error instanceof mongoose.mongo.MongoServerError &&
  Object.keys((error['keyPattern'] as Record<string, unknown> | undefined) ?? {}).includes(field)
