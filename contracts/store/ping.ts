import type { Instant } from '#contracts/domain/instant.ts'
import { deliveryBodies } from '#contracts/wire/partner/deliveries.ts'
import { untouched } from './deliveries.ts'
import type { Delivery } from './documents.ts'

export interface Ping {
  agencyId: string
  partnerId: string
  /** Its `webhook-id`. */
  pingId: string
  /** One that does not count yet, or null for the one that does. */
  url: string | null
}

/** The message by which a partner is pinged. */
export const pingOf = (partnerId: string, pingId: string): string => `${pingId}:${partnerId}`

/** Says nothing but that we are there; due at once, tried once. */
export const pingMessage = ({ agencyId, partnerId, pingId, url }: Ping, now: Instant): Delivery => ({
  ...untouched,
  _id: pingOf(partnerId, pingId),
  agencyId,
  partnerId,
  webhookId: pingId,
  type: 'ping',
  entityId: partnerId,
  subject: partnerId,
  volunteerId: null,
  data: deliveryBodies.ping.parse({ note: 'Top Ranger' }),
  state: 'pending',
  createdAt: now,
  nextAt: now,
  attempts: [],
  url,
})
