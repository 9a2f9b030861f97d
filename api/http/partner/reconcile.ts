import { isActive, needOf } from '#contracts/domain/incident/read.ts'
import type { Incident, Offer } from '#contracts/domain/incident/state.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Receipt } from '#contracts/store/documents.ts'
import type { Context } from '../../context.ts'
import { partnersAssignment } from '../../usecases/answer/find.ts'
import type { Sender } from '../../usecases/partner/sender.ts'
import { receiptOf } from './receive.ts'

/** What a partner asks after an outage, to learn where things stand. */

/** Offers of his volunteers that can still be answered in time. */
export const openOffers = async (context: Context, { partner }: Sender) => {
  const { clock, volunteerQueries, partnerQueries } = context
  const now = clock.now().toISOString()
  const incidents = await partnerQueries.askingThrough(partner.agencyId, partner.id)
  const open = incidents.flatMap((incident) =>
    incident.offers
      .filter(({ partnerId, expiresAt }) => partnerId === partner.id && expiresAt >= now)
      .map((offer) => ({ incident, offer })),
  )
  const ids = new Set(open.map(({ offer }) => offer.volunteerId))
  const volunteers = await volunteerQueries.byIds(partner.agencyId, [...ids])
  const refs = new Map(volunteers.map(({ _id, state }) => [_id, state.ref]))
  return { offers: open.map(({ incident, offer }) => told(incident, offer, refs.get(offer.volunteerId))) }
}

const told = (incident: Incident, offer: Offer, volunteerRef: string | undefined) => {
  const { number, hazard, severity, drill } = incident
  const { id, needId, createdAt, expiresAt } = offer
  return {
    offerId: id,
    volunteerRef,
    createdAt,
    expiresAt,
    incident: { code: number, hazard, severity },
    task: needOf(incident, needId)?.task ?? null,
    drill,
  }
}

/** One assignment of his. @throws Refusal `not_found` also for a foreign one */
export const assignmentState = async ({ store }: Context, { partner }: Sender, assignmentId: string) => {
  const { incident, assignment } = await partnersAssignment(store, assignmentId, partner)
  const volunteer = await store.ledger.load('volunteer', assignment.volunteerId)
  return {
    assignmentId,
    offerId: assignment.offerId,
    volunteerRef: volunteer?.state.ref ?? null,
    incident: { code: incident.number, status: incident.status },
    state: assignment.state,
    active: isActive(assignment),
    times: assignment.times,
    checkin: assignment.checkin ?? null,
  }
}

/** What became of one event of his. @throws Refusal `not_found` when it never arrived */
export const eventOutcome = async ({ store }: Context, { partner }: Sender, webhookId: string) => {
  const receipt = await store.models.receipts
    .findById(receiptOf(partner.id, webhookId))
    .lean<Receipt>()
    .exec()
  if (receipt === null) throw new Refusal('not_found', { what: 'event' })
  return { webhookId, receivedAt: receipt.receivedAt, answer: receipt.outcome }
}
