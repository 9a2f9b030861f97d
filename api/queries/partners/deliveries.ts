import { Refusal } from '#contracts/domain/refusal.ts'
import type { Delivery, DeliveryAttempt } from '#contracts/store/documents.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { DeliveryDetail, DeliveryRow } from '#contracts/wire/routes/partner-views.ts'
import type { Context } from '../../context.ts'
import type { Answer, Given } from '../../route-types.ts'
import { masked } from './mask.ts'
import { partnerDoc } from './view.ts'

const rowOf = (delivery: Delivery): DeliveryRow => {
  const { _id: id, webhookId, type, state, createdAt, nextAt, data, attempts, replays, seenAt } = delivery
  const last = attempts.at(-1)
  const ref = data?.['volunteerRef']
  return {
    id,
    webhookId,
    type,
    state,
    createdAt,
    nextAt,
    volunteerRef: typeof ref === 'string' ? ref : null,
    drill: data?.['drill'] === true,
    attempts: attempts.length,
    lastStatus: last?.status ?? null,
    lastError: last?.error ?? null,
    lastTookMs: last?.tookMs ?? null,
    replays: replays.length,
    restsSince: state === 'dead' ? seenAt : null,
  }
}

/** The security headers of an attempt; what signs is not shown. */
const headersOf = ({ webhookId }: Delivery, { at }: DeliveryAttempt): Record<string, string> => ({
  'content-type': 'application/json',
  'webhook-id': webhookId,
  'webhook-timestamp': String(Math.floor(Date.parse(at) / 1000)),
  'webhook-signature': 'v1,…',
})

const detailOf = (delivery: Delivery): DeliveryDetail => {
  const { type, createdAt, data, attempts, replays } = delivery
  return {
    ...rowOf(delivery),
    body: { type, timestamp: createdAt, data: data && (masked(data) as Record<string, unknown>) },
    tries: attempts.map((attempt) => ({
      at: attempt.at,
      status: attempt.status,
      error: attempt.error,
      tookMs: attempt.tookMs,
      headers: headersOf(delivery, attempt),
      answer: attempt.answer ?? null,
    })),
    replayedAt: replays.map(({ at }) => at),
  }
}

/** What a partner was sent, newest first. @throws Refusal `not_found` */
export const partnerDeliveries = async (
  context: Context,
  agencyId: string,
  id: string,
  query: Given<Routes['partnerDeliveries']>['query'],
): Promise<Answer<Routes['partnerDeliveries']>> => {
  await partnerDoc(context, agencyId, id)
  const { limit } = query
  const found = await context.partnerLog.deliveries({ ...query, partnerId: id, limit: limit + 1 })
  const deliveries = found.slice(0, limit).map(rowOf)
  return { deliveries, next: found.length > limit ? (deliveries.at(-1)?.id ?? null) : null }
}

/** @throws Refusal `not_found` */
export const partnerDelivery = async (
  context: Context,
  agencyId: string,
  { id, deliveryId }: { id: string; deliveryId: string },
): Promise<DeliveryDetail> => {
  const delivery = await context.deliveries.read(deliveryId)
  if (delivery === null || delivery.agencyId !== agencyId || delivery.partnerId !== id)
    throw new Refusal('not_found')
  return detailOf(delivery)
}

/** @throws Refusal `not_found` */
export const deliveryDetail = async (
  context: Context,
  agencyId: string,
  deliveryId: string,
): Promise<DeliveryDetail> => {
  const delivery = await context.deliveries.read(deliveryId)
  if (delivery === null || delivery.agencyId !== agencyId) throw new Refusal('not_found')
  return detailOf(delivery)
}
