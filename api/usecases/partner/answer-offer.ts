import { acceptOffer } from '../answer/accept-offer.ts'
import { declineOffer } from '../answer/decline-offer.ts'
import { answererOf, type Handler } from './sender.ts'

/** A volunteer says yes through his platform (see acceptOffer). */
export const offerAccepted: Handler<'offer.accepted'> = async ({ store }, { partner, op }, data) => {
  const { offerId, volunteerRef, etaS = null } = data
  const volunteerId = await answererOf(store, partner, volunteerRef)
  const accepted = await acceptOffer(store, op, { offerId, volunteerId, partnerId: partner.id, etaS })
  if (accepted.outcome !== 'confirmed') return { outcome: accepted.outcome }
  return { outcome: 'confirmed', assignmentId: accepted.assignmentId }
}

/** A volunteer says no through his platform (see declineOffer). */
export const offerDeclined: Handler<'offer.declined'> = async ({ store }, { partner, op }, data) => {
  const { offerId, volunteerRef, reason = 'other' } = data
  const volunteerId = await answererOf(store, partner, volunteerRef)
  const { outcome } = await declineOffer(store, op, { offerId, volunteerId, partnerId: partner.id }, reason)
  return { outcome }
}
