import type { DeliveryType } from '#contracts/wire/partner/deliveries.ts'

/** What a partner may be sent, as his engineer calls it: these are names of the contract, in every language alike. */
export const deliveryTypes: Record<DeliveryType, string> = {
  'offer.created': 'offer.created',
  'offer.withdrawn': 'offer.withdrawn',
  'assignment.confirmed': 'assignment.confirmed',
  'assignment.stood_down': 'assignment.stood_down',
  'assignment.updated': 'assignment.updated',
  'message.sent': 'message.sent',
  'checkin.requested': 'checkin.requested',
  ping: 'ping',
}

/** Those that wait for a person when they were given up. */
export const letterTypes: readonly DeliveryType[] = [
  'assignment.confirmed',
  'assignment.updated',
  'message.sent',
  'checkin.requested',
]
