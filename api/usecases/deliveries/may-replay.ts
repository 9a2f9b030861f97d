import { offerOf } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import { isPast } from '#contracts/wire/partner/is-past.ts'

const MOST_REPLAYS = 20

const isOver = (incident: Incident, delivery: Delivery, now: Instant): boolean => {
  const { type, subject } = delivery
  if (isPast(incident, delivery)) return true
  return type === 'offer.created' && (offerOf(incident, subject)?.expiresAt ?? now) <= now
}

/**
 * May this message be sent once more? Only one that was given up, whose content is still there, and of which not the
 * time alone would make a lie.
 * @throws Refusal `already_done` while it is being tried, `illegal_move`, `terminal` when what it is about is over
 */
export const mayReplay = (delivery: Delivery, incident: Incident | null, now: Instant): void => {
  const { type, state, data, replays } = delivery
  if (state === 'pending') throw new Refusal('already_done')
  if (state !== 'dead' || type === 'ping' || data === null) throw new Refusal('illegal_move')
  if (replays.length >= MOST_REPLAYS) throw new Refusal('illegal_move')
  if (incident === null || isOver(incident, delivery, now)) throw new Refusal('terminal')
}
