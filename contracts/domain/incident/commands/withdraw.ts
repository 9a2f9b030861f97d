import { Refusal } from '../../refusal.ts'
import type { IncidentFactBody } from '../facts.ts'
import { isActive } from '../read.ts'
import type { Assignment, Incident, Offer } from '../state.ts'
import type { OfferEndReason } from '../words.ts'

/** Takes back one offer. `moved`: who needs him more, when that is why. */
export const withdraw = (
  offer: Offer,
  reason: OfferEndReason,
  moved: { forIncidentId?: string; forNeedId?: string } = {},
): IncidentFactBody => ({
  type: 'offer.withdrawn',
  data: { offerId: offer.id, volunteerId: offer.volunteerId, partnerId: offer.partnerId, reason, ...moved },
})

/** Takes back all open offers, or those of one need. */
export const withdrawAll = (state: Incident, reason: OfferEndReason, needId?: string): IncidentFactBody[] =>
  state.offers
    .filter((offer) => needId === undefined || offer.needId === needId)
    .map((offer) => withdraw(offer, reason))

/** Takes back what a volunteer who leaves was asked. @throws Refusal `on_task` while he is out */
export const letGo = (state: Incident, volunteerId: string): IncidentFactBody[] => {
  const task = state.assignments.find((a) => a.volunteerId === volunteerId && isActive(a))
  if (task !== undefined) throw new Refusal('on_task', { incidentId: state.id, assignmentId: task.id })
  return state.offers
    .filter((offer) => offer.volunteerId === volunteerId)
    .map((offer) => withdraw(offer, 'volunteer_left'))
}

/** Calls one person home. */
export const callHome = (assignment: Assignment, reason: OfferEndReason): IncidentFactBody => ({
  type: 'assignment.stood_down',
  data: {
    assignmentId: assignment.id,
    volunteerId: assignment.volunteerId,
    partnerId: assignment.partnerId,
    reason,
  },
})

/** Calls everybody home who is still out, or those of one need. */
export const callAllHome = (state: Incident, reason: OfferEndReason, needId?: string): IncidentFactBody[] =>
  state.assignments
    .filter((a) => isActive(a) && (needId === undefined || a.needId === needId))
    .map((a) => callHome(a, reason))
