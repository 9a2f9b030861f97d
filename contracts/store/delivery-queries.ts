import type { Delivery } from './documents.ts'
import type { Models } from './models.ts'

export interface DeliveryFilter {
  agencyId: string
  partnerId?: string
  state?: Delivery['state']
  limit: number
}

/** What was sent to partners, newest first, without its content. */
export const createDeliveryQueries = (models: Models) => ({
  list: async ({ agencyId, partnerId, state, limit }: DeliveryFilter): Promise<Omit<Delivery, 'data'>[]> =>
    models.deliveries
      .find({ agencyId, ...(partnerId && { partnerId }), ...(state && { state }) })
      .select({ data: 0 })
      .sort({ createdAt: -1, _id: -1 })
      .limit(limit)
      .lean<Omit<Delivery, 'data'>[]>()
      .exec(),
})
export type DeliveryQueries = ReturnType<typeof createDeliveryQueries>
