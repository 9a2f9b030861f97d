import { Refusal } from '#contracts/domain/refusal.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import type { Context } from '../../context.ts'

export interface DeliveryName {
  partnerId: string
  deliveryId: string
}

/** A message to this partner. @throws Refusal `not_found` also for another partner's or agency's */
export const readDelivery = async (
  { deliveries }: Pick<Context, 'deliveries'>,
  agencyId: string,
  { partnerId, deliveryId }: DeliveryName,
): Promise<Delivery> => {
  const delivery = await deliveries.read(deliveryId)
  if (delivery === null || delivery.agencyId !== agencyId || delivery.partnerId !== partnerId)
    throw new Refusal('not_found')
  return delivery
}
