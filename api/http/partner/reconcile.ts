import { isActive, needOf } from '#contracts/domain/incident/read.ts'
import type { Assignment } from '#contracts/domain/incident/state.ts'
import { refOf } from '#contracts/domain/volunteer/state.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Receipt } from '#contracts/store/documents.ts'
import type { AssignmentState, EventOutcome, OpenOffers } from '#contracts/wire/partner/reads.ts'
import { taskTold } from '#contracts/wire/present/task.ts'
import { offerTold } from '#contracts/wire/present/told.ts'
import type { Context } from '../../context.ts'
import { partnersAssignment } from '../../usecases/answer/find.ts'
import type { Sender } from '../../usecases/partner/sender.ts'
import { receiptOf } from './receive.ts'

/** What a partner asks after an outage, to learn where things stand. */

/** Offers of his volunteers that can still be answered in time, each as it was sent. */
export const openOffers = async (context: Context, { partner }: Sender): Promise<OpenOffers> => {
  const { agencies, clock, volunteerQueries, partnerQueries } = context
  const { agencyId, id: partnerId } = partner
  const now = clock.now().toISOString()
  const { kelurahan } = await agencies.of(agencyId)
  const incidents = await partnerQueries.askingThrough(agencyId, partnerId)
  const open = incidents.flatMap((incident) =>
    incident.offers
      .filter((offer) => offer.partnerId === partnerId && offer.expiresAt >= now)
      .map((offer) => ({ incident, offer, task: needOf(incident, offer.needId)?.task })),
  )
  const ids = new Set(open.map(({ offer }) => offer.volunteerId))
  const volunteers = await volunteerQueries.byIds(agencyId, [...ids])
  const refs = new Map(volunteers.map(({ _id, state }) => [_id, state.ref]))
  return {
    offers: open.flatMap(({ incident, offer, task }) => {
      const volunteerRef = refs.get(offer.volunteerId)
      // Neither is ever missing; if it were, there would be nothing to tell anybody.
      if (volunteerRef === undefined || task === undefined) return []
      return offerTold(kelurahan, incident, offer, { task, volunteerRef })
    }),
  }
}

/** One assignment of his. @throws Refusal `not_found` also for a foreign one */
export const assignmentState = async (
  { agencies, store }: Context,
  { partner }: Sender,
  assignmentId: string,
): Promise<AssignmentState> => {
  const { incident, assignment } = await partnersAssignment(store, assignmentId, partner)
  const { offerId, needId, volunteerId, state, times, checkin } = assignment
  const active = isActive(assignment)
  const task = needOf(incident, needId)?.task ?? null
  const [volunteer, agency, address] = await Promise.all([
    store.ledger.load('volunteer', volunteerId),
    agencies.of(incident.agencyId),
    active ? store.texts.bodyOf(incident.addressTextId) : null,
  ])
  return {
    assignmentId,
    offerId,
    volunteerRef: volunteer && refOf(volunteer.state),
    incident: { code: incident.number, status: incident.status },
    task,
    state,
    active,
    times,
    checkin: checkinTold(checkin),
    told: active && task !== null ? taskTold(incident, task, agency, address) : null,
    drill: incident.drill,
  }
}

const checkinTold = (checkin: Assignment['checkin']): AssignmentState['checkin'] => {
  if (checkin === undefined) return null
  const { id: checkinId, requestedAt, answeredAt } = checkin
  return { checkinId, requestedAt, answeredAt }
}

/** What became of one event or photo of his. @throws Refusal `not_found` when it never arrived */
export const eventOutcome = async (
  { store }: Context,
  { partner }: Sender,
  webhookId: string,
): Promise<EventOutcome> => {
  const receipt = await store.models.receipts
    .findById(receiptOf(partner.id, webhookId))
    .lean<Receipt>()
    .exec()
  if (receipt === null) throw new Refusal('not_found', { what: 'event' })
  return { webhookId, answer: receipt.outcome }
}
