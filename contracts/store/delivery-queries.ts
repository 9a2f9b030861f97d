import mongoose from 'mongoose'
import type { Instant } from '#contracts/domain/instant.ts'
import { letterTypes } from '#contracts/wire/partner/deliveries.ts'
import type { Delivery } from './documents.ts'
import type { Models } from './models.ts'

const { trusted } = mongoose

export interface DeliveryFilter {
  agencyId: string
  partnerId?: string
  state?: Delivery['state']
  limit: number
}

/** Messages that died and that nobody has looked at: how many, and when the first of them was made. */
export interface DeadLetters {
  count: number
  since: Instant
}

/**
 * A message that died, whose content is still there and can be sent once more, and that nobody has looked at. Asked for with a hint:
 * the indexes of such messages alone (`letters_agency`, `letters_partner`) do not grow with what died long ago.
 */
export const waitingLetter = () => ({
  state: 'dead' as const,
  type: trusted({ $in: [...letterTypes] }),
  seenAt: null,
  data: trusted({ $type: 'object' }),
})

export const createDeliveryQueries = (models: Models) => ({
  /** What was sent to partners, newest first, without its content. */
  list: async ({ agencyId, partnerId, state, limit }: DeliveryFilter): Promise<Omit<Delivery, 'data'>[]> =>
    models.deliveries
      .find({ agencyId, ...(partnerId && { partnerId }), ...(state && { state }) })
      .select({ data: 0 })
      .sort({ createdAt: -1, _id: -1 })
      .limit(limit)
      .lean<Omit<Delivery, 'data'>[]>()
      .exec(),

  /** Those whose content is still there, and can be sent once more. Null: none. */
  deadLetters: async (agencyId: string): Promise<DeadLetters | null> => {
    const dead = { agencyId, ...waitingLetter() }
    const [count, first] = await Promise.all([
      models.deliveries.countDocuments(dead).hint('letters_agency').exec(),
      models.deliveries
        .findOne(dead)
        .hint('letters_agency')
        .sort({ createdAt: 1 })
        .select({ createdAt: 1 })
        .lean<Delivery>()
        .exec(),
    ])
    return first === null ? null : { count, since: first.createdAt }
  },
})
export type DeliveryQueries = ReturnType<typeof createDeliveryQueries>
