import { undeliverable } from '#contracts/domain/incident/commands/answer.ts'
import { acknowledge } from '#contracts/domain/incident/commands/assignment.ts'
import { deliveryFailed } from '#contracts/domain/incident/commands/notes.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import { assignmentOf } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { setEndpoint } from '#contracts/domain/partner/partner.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import type { WorkerContext } from '../context.ts'
import { system } from '../system.ts'

const bearerOf = ({ subject, volunteerId, partnerId }: Delivery) => ({
  assignmentId: subject,
  volunteerId: volunteerId ?? '',
  partnerId,
})

/** What the incident learns when the partner has taken a message: the first of the two ticks. */
const received = (delivery: Delivery) => (state: Incident) => {
  const what = delivery.type === 'assignment.stood_down' ? 'stood_down' : 'confirmed'
  return acknowledge(state, bearerOf(delivery), { what, how: 'delivered' })
}

/** What it learns when a message never arrives: an offer dies and somebody else is asked, a stand-down alarms a person. */
const lost =
  ({ type, subject, volunteerId, partnerId }: Delivery) =>
  (state: Incident): IncidentFactBody[] => {
    if (type === 'offer.created') return undeliverable(state, subject)
    // Whoever has read it on his task page, or confirmed it himself, was reached.
    if (assignmentOf(state, subject)?.acks.stood_down != null) return []
    return deliveryFailed(state, { what: 'stand_down', subject, volunteerId: volunteerId ?? '', partnerId })
  }

/** One change of the incident, the same for every repeat; a refusal means that it is no longer true. */
const change = async (
  ctx: WorkerContext,
  { agencyId, entityId, webhookId }: Delivery,
  what: 'received' | 'lost',
  decide: (state: Incident) => IncidentFactBody[],
): Promise<void> => {
  try {
    await ctx.store.incidents.change(entityId, { opId: `${what}:${webhookId}`, agencyId, by: system }, decide)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    ctx.log.debug({ code: error.code, incidentId: entityId }, 'the incident has moved on')
  }
}

export const onDelivered = async (ctx: WorkerContext, delivery: Delivery): Promise<void> => {
  const { type } = delivery
  if (type === 'assignment.confirmed' || type === 'assignment.stood_down')
    await change(ctx, delivery, 'received', received(delivery))
}

export const onGivenUp = async (ctx: WorkerContext, delivery: Delivery): Promise<void> => {
  const { type, partnerId, _id: deliveryId } = delivery
  ctx.log.error({ deliveryId, partnerId, type }, 'a message to a partner was given up')
  if (type === 'offer.created' || type === 'assignment.stood_down')
    await change(ctx, delivery, 'lost', lost(delivery))
}

/** 410: the partner wants no more messages at this URL. Another URL set meanwhile stays. */
export const onGone = async (ctx: WorkerContext, delivery: Delivery, url: string): Promise<void> => {
  const { agencyId, partnerId, webhookId } = delivery
  ctx.log.error({ partnerId }, 'the partner answered 410: its endpoint is switched off')
  await ctx.store.ledger.change(
    'partner',
    partnerId,
    { opId: `gone:${webhookId}`, agencyId, by: system },
    (state) => (state === null || state.url !== url ? [] : setEndpoint(state, null)),
  )
}
