import type { Instant } from '../../instant.ts'
import { Refusal } from '../../refusal.ts'
import type { DeclineReason } from '../../words.ts'
import type { IncidentFactBody, IncidentFactOf } from '../facts.ts'
import { isAsking } from '../moves.ts'
import { freeSlot, isBound, needOf, offerOf, openSlots, teamOf } from '../read.ts'
import type { Asked, Incident, Need, Offer } from '../state.ts'
import { withdraw, withdrawAll } from './withdraw.ts'

export interface Answerer {
  offerId: string
  volunteerId: string
  partnerId: string
}
export type LateOutcome = IncidentFactOf<'acceptance.refused'>['data']['outcome']

/** The line of memory of an asking. @throws Refusal `not_found`; `not_yours` when it was made to somebody else */
export const askedOf = (state: Incident, who: Answerer): Asked => {
  const asked = state.asked.find((entry) => entry.offerId === who.offerId)
  if (asked === undefined) throw new Refusal('not_found')
  if (asked.volunteerId !== who.volunteerId || asked.partnerId !== who.partnerId)
    throw new Refusal('not_yours')
  return asked
}

/** Facts by which a volunteer takes a slot; what became superfluous by it is withdrawn in the same write. */
export const take = (
  state: Incident,
  need: Need,
  offer: Omit<Offer, 'createdAt'>,
  input: { assignmentId: string; etaS: number | null },
): IncidentFactBody[] => {
  const { needId, volunteerId, partnerId } = offer
  const slot = freeSlot(state, need, offer.slot)
  const accepted: IncidentFactBody = {
    type: 'offer.accepted',
    data: {
      offerId: offer.id,
      assignmentId: input.assignmentId,
      needId,
      slot,
      volunteerId,
      partnerId,
      etaS: input.etaS ?? offer.why?.etaS ?? null,
    },
  }
  const responding: IncidentFactBody[] =
    state.status === 'dispatching' ? [{ type: 'incident.responding', data: {} }] : []
  if (teamOf(state, needId).length + 1 < need.quantity) return [accepted, ...responding]
  const surplus = { ...state, offers: state.offers.filter(({ id }) => id !== offer.id) }
  return [
    accepted,
    ...responding,
    { type: 'need.filled', data: { needId } },
    ...withdrawAll(surplus, 'filled', needId),
  ]
}

/**
 * Can this volunteer still be used, though the offer is dead? Only if his need has a free slot, we are still asking and
 * nothing else of this incident binds him. An overdue offer still in the file ends first (`tick`), then he is engaged.
 */
export const roomForLate = (state: Incident, asked: Asked): Need | null => {
  const need = needOf(state, asked.needId)
  if (need === undefined || !isAsking(state.status) || openSlots(state, need) === 0) return null
  return isBound(state, asked.volunteerId, asked.offerId) ? null : need
}

/** In time: the volunteer is on his way. @throws Refusal `not_found`, `not_yours`, `terminal` (late: see lateAnswer) */
export const accept = (
  state: Incident,
  who: Answerer,
  input: { assignmentId: string; etaS: number | null },
  now: Instant,
): IncidentFactBody[] => {
  askedOf(state, who)
  const offer = offerOf(state, who.offerId)
  if (offer === undefined || offer.expiresAt < now) throw new Refusal('terminal')
  const need = needOf(state, offer.needId)
  if (need === undefined || openSlots(state, need) === 0 || !isAsking(state.status))
    throw new Refusal('terminal')
  return take(state, need, offer, input)
}

/** What a volunteer hears whose yes came too late and for whom there is no slot. A few stay as spare people. */
export const lateOutcome = (state: Incident, asked: Asked, maxStandby = 5): LateOutcome => {
  const { volunteerId, offerId, ended } = asked
  const need = needOf(state, asked.needId)
  if (!isAsking(state.status) || need === undefined || openSlots(state, need) > 0)
    return ended === 'withdrawn' ? 'withdrawn' : 'expired'
  if (isBound(state, volunteerId, offerId)) return 'already_filled'
  if (state.standby.includes(volunteerId)) return 'standby'
  return state.standby.length < maxStandby ? 'standby' : 'already_filled'
}

/** What keeps somebody from a slot that is open. */
export type Against = NonNullable<IncidentFactOf<'acceptance.refused'>['data']['against']>

/** Says no for ever, and what keeps him from the slot if one is open: the offer, if it was still open past its time, ends with it. */
export const refuseLate = (state: Incident, who: Answerer, against: Against = []): IncidentFactBody[] => {
  const asked = askedOf(state, who)
  if (asked.ended === 'accepted' || asked.ended === 'declined')
    throw new Refusal('terminal', { ended: asked.ended })
  const { offerId, volunteerId, partnerId } = asked
  const outcome = lateOutcome(state, asked)
  const expired: IncidentFactBody[] = offerOf(state, offerId)
    ? [{ type: 'offer.expired', data: { offerId, volunteerId, partnerId, reason: 'no_answer' } }]
    : []
  const why = against.length > 0 && roomForLate(state, asked) !== null ? { against } : {}
  const data = { offerId, volunteerId, partnerId, outcome, ...why }
  return [...expired, { type: 'acceptance.refused', data }]
}

/** In time, but a danger zone has begun in his way since he was asked: he hears what he would hear a moment after a round took it back. */
export const refuseBarred = (state: Incident, who: Answerer): IncidentFactBody[] => {
  askedOf(state, who)
  const offer = offerOf(state, who.offerId)
  if (offer === undefined) throw new Refusal('terminal')
  const { offerId, volunteerId, partnerId } = who
  const refused = {
    offerId,
    volunteerId,
    partnerId,
    outcome: 'withdrawn' as const,
    against: ['danger_zone' as const],
  }
  return [withdraw(offer, 'danger_zone'), { type: 'acceptance.refused', data: refused }]
}

/** A no ends the offer, also past its time: an answer is worth more than a silence. @throws Refusal `terminal` with how it ended */
export const decline = (state: Incident, who: Answerer, reason: DeclineReason): IncidentFactBody[] => {
  const { offerId, volunteerId, partnerId, ended } = askedOf(state, who)
  if (ended !== null) throw new Refusal('terminal', { ended })
  return [{ type: 'offer.declined', data: { offerId, volunteerId, partnerId, reason } }]
}

/** The message never reached the volunteer: somebody else is asked. No facts when the offer has ended otherwise. */
export const undeliverable = (state: Incident, offerId: string): IncidentFactBody[] => {
  const offer = offerOf(state, offerId)
  if (offer === undefined) return []
  const { volunteerId, partnerId } = offer
  return [{ type: 'offer.expired', data: { offerId, volunteerId, partnerId, reason: 'undelivered' } }]
}
