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

type What = 'received' | 'lost' | 'gone'

/** The same for every repeat; sent once more by a person's order, a message may be lost once more. */
const opIdOf = (what: What, { webhookId, replays }: Delivery): string =>
  replays.length === 0 ? `${what}:${webhookId}` : `${what}:${webhookId}:${replays.length}`

/** One change of the incident, the same for every repeat; a refusal means that it is no longer true. */
const change = async (
  ctx: WorkerContext,
  delivery: Delivery,
  what: What,
  decide: (state: Incident) => IncidentFactBody[],
): Promise<void> => {
  const { agencyId, entityId } = delivery
  try {
    await ctx.store.incidents.change(entityId, { opId: opIdOf(what, delivery), agencyId, by: system }, decide)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    ctx.log.debug({ code: error.code, incidentId: entityId }, 'the incident has moved on')
  }
}

/** A gateway that took a text message has not shown it to anybody: a stand-down wants to be read. */
export const onDelivered = async (ctx: WorkerContext, delivery: Delivery): Promise<void> => {
  const { type, via } = delivery
  if (type === 'assignment.confirmed' || (type === 'assignment.stood_down' && via !== 'sms'))
    await change(ctx, delivery, 'received', received(delivery))
}

export const onGivenUp = async (ctx: WorkerContext, delivery: Delivery): Promise<void> => {
  const { type, partnerId, _id: deliveryId, via } = delivery
  ctx.log.error({ deliveryId, partnerId, type, via }, 'a message was given up')
  if (type === 'offer.created' || (type === 'assignment.stood_down' && via !== 'sms'))
    await change(ctx, delivery, 'lost', lost(delivery))
}

/** A stand-down that is still on its way: the alarm that it would raise when given up, but now. */
export const onLate = async (ctx: WorkerContext, delivery: Delivery): Promise<void> => {
  const { partnerId, _id: deliveryId } = delivery
  ctx.log.error({ deliveryId, partnerId }, 'a stand-down is still on its way')
  await change(ctx, delivery, 'lost', lost(delivery))
}

/** 410: the partner wants no more messages at this URL. Another URL set meanwhile stays. */
export const onGone = async (ctx: WorkerContext, delivery: Delivery, url: string): Promise<void> => {
  const { agencyId, partnerId } = delivery
  const op = { opId: opIdOf('gone', delivery), agencyId, by: system }
  const { facts } = await ctx.store.ledger.change('partner', partnerId, op, (state) =>
    state === null || state.url !== url ? [] : setEndpoint(state, null),
  )
  if (facts.length === 0) return
  ctx.log.error({ partnerId }, 'the partner answered 410: its endpoint is switched off')
  await ctx.endpoints.gone({ _id: partnerId, agencyId, url }, ctx.clock.now().toISOString())
}
