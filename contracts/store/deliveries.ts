import mongoose from 'mongoose'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Delivery, DeliveryAttempt, Replay } from './documents.ts'
import type { Models } from './models.ts'
import { inBatches } from './batches.ts'
import { isDuplicateKey } from './errors.ts'

const { trusted } = mongoose

/** A message to which nothing has happened yet; also one that was made before these were kept. */
export const untouched = {
  url: null,
  replays: [],
  heldBack: false,
  alarmedAt: null,
  seenAt: null,
  via: 'webhook' as const,
}
export const wholeDelivery = (stored: Delivery): Delivery => ({ ...untouched, ...stored })

/** What follows from an attempt. */
export type Next = Pick<Delivery, 'state' | 'nextAt' | 'heldBack'>

/** Messages to partners. `nextAt` is the truth about when one is tried next; a job in a queue is only a quicker reminder. */
export const createDeliveries = (models: Models) => ({
  /** False when the same message was written before. */
  add: async (delivery: Delivery): Promise<boolean> => {
    try {
      await models.deliveries.collection.insertOne(delivery as never)
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  },

  read: async (id: string): Promise<Delivery | null> => {
    const stored = await models.deliveries.findById(id).lean<Delivery>().exec()
    return stored && wholeDelivery(stored)
  },

  /**
   * Takes the attempt that is due at `nextAt`, and puts the next one to `until` in case this process dies during it; with
   * `nextAt` of an attempt taken before, keeps it for longer. False when somebody else has taken it.
   */
  take: async ({ _id, nextAt }: Pick<Delivery, '_id' | 'nextAt'>, until: Instant): Promise<boolean> => {
    const { matchedCount } = await models.deliveries
      .updateOne({ _id, state: 'pending', nextAt }, { $set: { nextAt: until } })
      .exec()
    return matchedCount === 1
  },

  /**
   * Records the attempt that was taken until `until`, and what follows from it. Whoever was away for longer only leaves
   * his record, unless the partner has the message: that ends it, whoever brought it. Returns the message as it stands
   * now, or null when this attempt decided nothing any more.
   */
  record: async (
    _id: string,
    until: Instant,
    attempt: DeliveryAttempt,
    next: Next,
  ): Promise<Delivery | null> => {
    const mine = next.state === 'delivered' ? {} : { nextAt: until }
    const $push = { attempts: attempt }
    const after = await models.deliveries
      .findOneAndUpdate(
        { _id, state: 'pending', ...mine },
        { $set: { ...next }, $push },
        { returnDocument: 'after' },
      )
      .lean<Delivery>()
      .exec()
    if (after === null) await models.deliveries.updateOne({ _id }, { $push }).exec()
    return after && wholeDelivery(after)
  },

  /** Messages that the open circuit kept back, to be tried at once. Returns how many. */
  release: async (partnerId: string, at: Instant): Promise<number> => {
    const { modifiedCount } = await models.deliveries
      .updateMany(
        { partnerId, state: 'pending', heldBack: true, nextAt: trusted({ $gt: at }) },
        { $set: { nextAt: at, heldBack: false } },
      )
      .exec()
    return modifiedCount
  },

  /** A new series of attempts of a message that was given up, under the same id. False when somebody was quicker. */
  replay: async ({ _id, attempts }: Delivery, by: Pick<Replay, 'at' | 'by' | 'opId'>): Promise<boolean> => {
    const { matchedCount } = await models.deliveries
      .updateOne(
        { _id, state: 'dead', attempts: trusted({ $size: attempts.length }), data: trusted({ $ne: null }) },
        {
          $set: { state: 'pending', nextAt: by.at, alarmedAt: by.at, seenAt: null, heldBack: false },
          $push: { replays: { ...by, from: attempts.length } },
        },
      )
      .exec()
    return matchedCount === 1
  },

  /** Somebody has seen that a message is dead and lets it rest. False when it is not dead, or was seen before. */
  setAside: async (_id: string, at: Instant): Promise<boolean> => {
    const { matchedCount } = await models.deliveries
      .updateOne({ _id, state: 'dead', seenAt: null }, { $set: { seenAt: at } })
      .exec()
    return matchedCount === 1
  },

  /** Partners with messages that were due before a moment. */
  partnersOverdue: async (before: Instant): Promise<string[]> =>
    models.deliveries
      .distinct('partnerId', { state: 'pending', nextAt: trusted({ $ne: null, $lt: before }) })
      .exec(),

  /** Messages to one partner that were due before a moment, the longest overdue first. */
  overdue: async (
    partnerId: string,
    before: Instant,
    limit: number,
  ): Promise<Pick<Delivery, '_id' | 'partnerId' | 'type'>[]> =>
    models.deliveries
      .find({ partnerId, state: 'pending', nextAt: trusted({ $ne: null, $lt: before }) })
      .sort({ nextAt: 1 })
      .limit(limit)
      .select({ _id: 1, partnerId: 1, type: 1 })
      .lean<Pick<Delivery, '_id' | 'partnerId' | 'type'>[]>()
      .exec(),

  /** Stand-downs made before a moment that are still on their way, and nobody was told. */
  lateStandDowns: async (before: Instant, limit: number): Promise<Delivery[]> => {
    const late = await models.deliveries
      .find({
        type: 'assignment.stood_down',
        state: 'pending',
        createdAt: trusted({ $lt: before }),
        alarmedAt: null,
        // The text message about it is watched by the page that it leads to.
        via: trusted({ $ne: 'sms' }),
      })
      .limit(limit)
      .lean<Delivery[]>()
      .exec()
    return late.map(wholeDelivery)
  },

  alarmed: async (_id: string, at: Instant): Promise<void> => {
    await models.deliveries.updateOne({ _id }, { $set: { alarmedAt: at } }).exec()
  },

  /** Partners of an agency that since a moment have taken nothing, not even a ping, while `most` messages or more died; a dead ping is none of them. */
  silentPartners: async (agencyId: string, since: Instant, most: number): Promise<Set<string>> => {
    const ended = await models.deliveries
      .find({
        agencyId,
        createdAt: trusted({ $gt: since }),
        state: trusted({ $in: ['delivered', 'dead'] }),
        type: trusted({ $ne: 'sign_in.code' }),
        via: trusted({ $ne: 'page' }),
        // A URL that is yet to be set says nothing about the one that is.
        url: null,
      })
      .select({ partnerId: 1, state: 1, type: 1 })
      .lean<Pick<Delivery, 'partnerId' | 'state' | 'type'>[]>()
      .exec()
    const reached = new Set(ended.filter(({ state }) => state === 'delivered').map((d) => d.partnerId))
    const dead = ended.filter(
      ({ state, partnerId, type }) => state === 'dead' && type !== 'ping' && !reached.has(partnerId),
    )
    const count = (id: string) => dead.filter(({ partnerId }) => partnerId === id).length
    return new Set(dead.map(({ partnerId }) => partnerId).filter((id) => count(id) >= most))
  },

  /** Forgets the messages with sign-in codes made before a moment: that somebody signed in is nobody's business. Returns how many. */
  forgetSignIns: async (before: Instant): Promise<number> => {
    const { deletedCount } = await models.deliveries
      .deleteMany({ type: 'sign_in.code', createdAt: trusted({ $lt: before }) })
      .exec()
    return deletedCount
  },

  /** Erases what was said in messages made before a moment (30 days); that they were sent stays. Returns how many. */
  eraseData: (before: Instant): Promise<number> =>
    inBatches(async (limit) => {
      const old = await models.deliveries
        .find({
          createdAt: trusted({ $lt: before }),
          data: trusted({ $type: 'object' }),
          state: trusted({ $ne: 'pending' }),
        })
        .hint('data_created')
        .limit(limit)
        .select({ _id: 1 })
        .lean<Pick<Delivery, '_id'>[]>()
        .exec()
      const ids = old.map(({ _id }) => _id)
      await models.deliveries
        .updateMany(
          // One that somebody has sent again meanwhile is under way, and keeps what it says.
          { _id: trusted({ $in: ids }), state: trusted({ $ne: 'pending' }) },
          { $set: { data: null, 'attempts.$[].answer': null } },
        )
        .exec()
      return old.length
    }),
})
export type Deliveries = ReturnType<typeof createDeliveries>
