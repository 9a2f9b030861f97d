import mongoose from 'mongoose'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Clock } from '#contracts/runtime/clock.ts'
import type { Receipt } from './documents.ts'
import type { Models } from './models.ts'
import { inBatches } from './batches.ts'
import { isDuplicateKey, NotSaved } from './errors.ts'

const { trusted } = mongoose

export type Outcome = NonNullable<Receipt['outcome']>
export type Opened =
  /** `receivedAt`: when it came first. */
  | { found: 'new' | 'running' | 'stale'; receivedAt: Instant }
  | { found: 'other_body' }
  | { found: 'answered'; outcome: Outcome }

/** A first run that is older than this has died; the next sender runs the same op again, which is harmless. */
const STALE_MS = 10_000

/**
 * What arrived under which id, and what was answered: one effect and one answer for each (caller, id), for ever. Serves
 * partners (webhook-id) and people (Idempotency-Key) alike.
 */
export const createReceipts = (models: Models, clock: Clock) => ({
  /**
   * Notes that this id arrived with this body, from a partner (`sender`) or a person; `about`: the partner's name for the
   * volunteer whom it is about. `other_body`: the same id came with
   * another body before.
   */
  open: async (
    id: string,
    digest: string,
    body: string | null,
    sender?: string,
    about?: string,
  ): Promise<Opened> => {
    const receivedAt = clock.now().toISOString()
    try {
      await models.receipts.collection.insertOne({
        _id: id as never,
        digest,
        body,
        receivedAt,
        outcome: null,
        ...(sender !== undefined && { sender, at: receivedAt }),
        ...(about !== undefined && { about }),
      })
      return { found: 'new', receivedAt }
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
    const first = await models.receipts.findById(id).lean<Receipt>().exec()
    // There, but not with a majority yet: whoever brought it is at work.
    if (first === null) return { found: 'running', receivedAt }
    if (first.digest !== digest) return { found: 'other_body' }
    if (first.outcome !== null) return { found: 'answered', outcome: first.outcome }
    const age = clock.now().getTime() - Date.parse(first.receivedAt)
    const isStale = first.released === true || age > STALE_MS
    return { found: isStale ? 'stale' : 'running', receivedAt: first.receivedAt }
  },

  /** Stores the outcome unless one is stored; returns the one that counts. */
  close: async (id: string, outcome: Outcome): Promise<Outcome> => {
    const { matchedCount } = await models.receipts
      .updateOne({ _id: id, outcome: null }, { $set: { outcome } })
      .exec()
    if (matchedCount === 1) return outcome
    const stored = await models.receipts.findById(id).lean<Receipt>().exec()
    if (!stored?.outcome) throw new NotSaved('another answer is being stored')
    return stored.outcome
  },

  /**
   * A run that ended without an answer (503, 500) leaves its receipt behind: the next sender need not wait until it counts
   * as dead. The digest stays, so that another body under the same id is still refused.
   */
  release: async (id: string): Promise<void> => {
    await models.receipts.updateOne({ _id: id, outcome: null }, { $set: { released: true } }).exec()
  },

  /** The stored outcome, or null while the first run is under way. */
  outcomeOf: async (id: string): Promise<Outcome | null> =>
    (await models.receipts.findById(id).lean<Receipt>().exec())?.outcome ?? null,

  /** Erases bodies received before a moment (30 days); id, digest and outcome stay for ever. Returns how many. */
  eraseBodies: (before: string): Promise<number> =>
    inBatches(async (limit) => {
      const old = await models.receipts
        .find({ receivedAt: trusted({ $lt: before }), body: trusted({ $type: 'string' }) })
        .hint('body_received')
        .limit(limit)
        .select({ _id: 1 })
        .lean<Pick<Receipt, '_id'>[]>()
        .exec()
      const which = { _id: trusted({ $in: old.map(({ _id }) => _id) }) }
      await models.receipts.updateMany(which, { $set: { body: null } }).exec()
      return old.length
    }),

  /**
   * Erases what a partner said of a volunteer up to a moment: he has left, and who comes after him may have his name. The
   * digests stay, so a repeat is known as one. Returns how many.
   */
  eraseBodiesAbout: async (sender: string, about: string, until: Instant): Promise<number> => {
    const { modifiedCount } = await models.receipts
      .updateMany(
        {
          sender,
          about,
          receivedAt: trusted({ $lte: until }),
          body: trusted({ $ne: null }),
        },
        { $set: { body: null } },
      )
      .exec()
    return modifiedCount
  },
})
export type Receipts = ReturnType<typeof createReceipts>
