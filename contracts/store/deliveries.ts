import mongoose from 'mongoose'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Delivery, DeliveryAttempt } from './documents.ts'
import type { Models } from './models.ts'
import { isDuplicateKey } from './errors.ts'

const { trusted } = mongoose

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

  read: async (id: string): Promise<Delivery | null> =>
    models.deliveries.findById(id).lean<Delivery>().exec(),

  /**
   * Takes the attempt that is due at `nextAt`, and puts the next one to `until` in case this process dies during it.
   * False when somebody else has taken it.
   */
  take: async ({ _id, nextAt }: Delivery, until: Instant): Promise<boolean> => {
    const { matchedCount } = await models.deliveries
      .updateOne({ _id, state: 'pending', nextAt }, { $set: { nextAt: until } })
      .exec()
    return matchedCount === 1
  },

  /** Records an attempt and what follows from it. A message that has ended stays as it ended. */
  record: async (
    id: string,
    attempt: DeliveryAttempt,
    next: Pick<Delivery, 'state' | 'nextAt'>,
  ): Promise<void> => {
    await models.deliveries
      .updateOne({ _id: id, state: 'pending' }, { $set: { ...next }, $push: { attempts: attempt } })
      .exec()
  },

  /** Partners with messages that were due before a moment. */
  partnersOverdue: async (before: Instant): Promise<string[]> =>
    models.deliveries
      .distinct('partnerId', { state: 'pending', nextAt: trusted({ $ne: null, $lt: before }) })
      .exec(),

  /** Messages to one partner that were due before a moment, the longest overdue first. */
  overdue: async (partnerId: string, before: Instant, limit: number): Promise<string[]> => {
    const found = await models.deliveries
      .find({ partnerId, state: 'pending', nextAt: trusted({ $ne: null, $lt: before }) })
      .sort({ nextAt: 1 })
      .limit(limit)
      .select({ _id: 1 })
      .lean<Pick<Delivery, '_id'>[]>()
      .exec()
    return found.map(({ _id }) => _id)
  },

  /** Partners of an agency that since a moment have taken nothing while `most` messages or more died. */
  silentPartners: async (agencyId: string, since: Instant, most: number): Promise<Set<string>> => {
    const ended = await models.deliveries
      .find({ agencyId, createdAt: trusted({ $gt: since }), state: trusted({ $ne: 'pending' }) })
      .select({ partnerId: 1, state: 1 })
      .lean<Pick<Delivery, 'partnerId' | 'state'>[]>()
      .exec()
    const reached = new Set(ended.filter(({ state }) => state === 'delivered').map((d) => d.partnerId))
    const dead = ended.filter(({ state, partnerId }) => state === 'dead' && !reached.has(partnerId))
    const count = (id: string) => dead.filter(({ partnerId }) => partnerId === id).length
    return new Set(dead.map(({ partnerId }) => partnerId).filter((id) => count(id) >= most))
  },

  /** Erases what was said in messages made before a moment (30 days); that they were sent stays. Returns how many. */
  eraseData: async (before: Instant): Promise<number> => {
    const { modifiedCount } = await models.deliveries
      .updateMany(
        {
          createdAt: trusted({ $lt: before }),
          state: trusted({ $ne: 'pending' }),
          data: trusted({ $ne: null }),
        },
        { $set: { data: null } },
      )
      .exec()
    return modifiedCount
  },
})
export type Deliveries = ReturnType<typeof createDeliveries>
