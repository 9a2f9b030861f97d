import mongoose from 'mongoose'
import type { Clock } from '#contracts/runtime/clock.ts'
import type { EntityKind, PlacedFact } from '#contracts/domain/fact.ts'
import type { Cursor, Lease, StoredFact } from './documents.ts'
import type { Models } from './models.ts'
import { isDuplicateKey } from './errors.ts'

const toPlaced = ({ _id, ...fact }: StoredFact): PlacedFact => ({ id: _id, ...fact })

/** Reading the ledger in order, and how far each follower has come. */
export const createCursors = (models: Models, clock: Clock) => ({
  /** Facts after a cursor, in order of seq; `kinds`: only of these. */
  after: async (
    agencyId: string,
    seq: number,
    limit: number,
    kinds?: readonly EntityKind[],
  ): Promise<PlacedFact[]> => {
    const facts = await models.facts
      .find({
        agencyId,
        seq: mongoose.trusted({ $gt: seq }),
        ...(kinds && { kind: mongoose.trusted({ $in: [...kinds] }) }),
      })
      .sort({ seq: 1 })
      .limit(limit)
      .lean<StoredFact[]>()
      .exec()
    return facts.map(toPlaced)
  },

  /** The placed facts of one entity, in order. */
  of: async (entityId: string): Promise<PlacedFact[]> => {
    const facts = await models.facts
      .find({ entityId })
      .sort({ version: 1, index: 1 })
      .lean<StoredFact[]>()
      .exec()
    return facts.map(toPlaced)
  },

  /** The fact that made an offer, by its incident; null while it has no place or when there is none. */
  offerMade: async (entityId: string, offerId: string): Promise<PlacedFact | null> => {
    const fact = await models.facts
      .findOne({ entityId, type: 'offer.created', 'data.offerId': offerId })
      .lean<StoredFact>()
      .exec()
    return fact === null ? null : toPlaced(fact)
  },

  /** The highest seq of an agency; 0 when nothing has happened yet. */
  head: async (agencyId: string): Promise<{ seq: number; hash: string | null }> => {
    const fact = await models.facts.findOne({ agencyId }).sort({ seq: -1 }).lean<StoredFact>().exec()
    return { seq: fact?.seq ?? 0, hash: fact?.hash ?? null }
  },

  read: async (name: string): Promise<number> =>
    (await models.cursors.findById(name).lean<Cursor>().exec())?.seq ?? 0,

  /** Moves a cursor forward; never back, whoever writes last. */
  advance: async (name: string, seq: number): Promise<void> => {
    await models.cursors.updateOne({ _id: name }, { $max: { seq } }, { upsert: true }).exec()
  },

  /** Notes that something at a place was left undone; of several the first, and how often anything was noted. */
  leaveUndone: async (name: string, seq: number): Promise<void> => {
    await models.cursors
      .updateOne({ _id: name }, { $min: { seq }, $inc: { notes: 1 } }, { upsert: true })
      .exec()
  },

  undone: async (name: string): Promise<Cursor | null> => models.cursors.findById(name).lean<Cursor>().exec(),

  /** It is done now, up to the next place (null: none); not if anything was noted since it was read. */
  done: async ({ _id, seq, notes }: Cursor, next: number | null): Promise<void> => {
    const noted = { _id, seq, notes }
    if (next === null) await models.cursors.deleteOne(noted).exec()
    else await models.cursors.updateOne(noted, { $set: { seq: next } }).exec()
  },

  /** Takes or keeps a lease for `seconds`. A lease only saves work: correctness never rests on it. */
  lease: async (name: string, holder: string, seconds: number): Promise<boolean> => {
    const now = clock.now()
    const until = new Date(now.getTime() + seconds * 1000).toISOString()
    const { matchedCount } = await models.leases
      .updateOne(
        { _id: name, $or: [{ holder }, { until: mongoose.trusted({ $lt: now.toISOString() }) }] },
        { $set: { holder, until } },
      )
      .exec()
    if (matchedCount === 1) return true
    try {
      await models.leases.collection.insertOne({ _id: name as never, holder, until })
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  },

  release: async (name: string, holder: string): Promise<void> => {
    await models.leases.deleteOne({ _id: name, holder } satisfies Partial<Lease>).exec()
  },

  /** The next human number of an agency and year; holes are allowed. */
  nextNumber: async (counter: string): Promise<number> => {
    const doc = await models.counters
      .findOneAndUpdate({ _id: counter }, { $inc: { value: 1 } }, { upsert: true, returnDocument: 'after' })
      .lean()
      .exec()
    return doc.value
  },
})
export type Cursors = ReturnType<typeof createCursors>
