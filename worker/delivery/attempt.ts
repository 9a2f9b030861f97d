import { plusSeconds } from '#contracts/domain/instant.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import type { WorkerContext } from '../context.ts'
import { onDelivered, onGivenUp, onGone } from './consequences.ts'
import { type Way, wayTo } from './obstacle.ts'
import type { Answer } from './post.ts'
import { bodyOf, signedHeaders } from './sign.ts'
import { type Verdict, verdictOf } from './verdict.ts'

/** Longer than an attempt can last; afterwards somebody else may take it for dead. */
const TAKEN_FOR_S = 8
/** A job that comes a moment before its time would find nothing to do. */
const NOT_BEFORE_MS = 20

/** `busy`: the partner has as many messages in flight as he may; come again soon. */
export type Attempted = 'busy' | 'done'

const send = async (ctx: WorkerContext, delivery: Delivery, { url, secrets }: Way): Promise<Answer> => {
  const body = bodyOf(delivery)
  const headers = signedHeaders(delivery, body, secrets, ctx.clock.now().toISOString())
  const answer = await ctx.post({ partnerId: delivery.partnerId, url, headers, body })
  await ctx.atPoint?.('posted')
  return answer
}

/** The consequences come first, the record last: dying in between repeats both, and both bear it. */
const conclude = async (ctx: WorkerContext, delivery: Delivery, verdict: Verdict, url: string | null) => {
  if (verdict.outcome === 'delivered') await onDelivered(ctx, delivery)
  if (verdict.outcome !== 'given_up') return
  if (verdict.gone && url !== null) await onGone(ctx, delivery, url)
  await onGivenUp(ctx, delivery)
}

const tryOnce = async (ctx: WorkerContext, delivery: Delivery): Promise<void> => {
  const startedMs = performance.now()
  const at = ctx.clock.now().toISOString()
  if (!(await ctx.deliveries.take(delivery, plusSeconds(at, TAKEN_FOR_S)))) return
  const way = await wayTo(ctx, delivery)
  const isWay = typeof way !== 'string'
  const answer = isWay ? await send(ctx, delivery, way) : way
  const now = ctx.clock.now().toISOString()
  const verdict = verdictOf(delivery, answer, ctx.schedules[delivery.type], { at, now }, ctx.random)
  await conclude(ctx, delivery, verdict, isWay ? way.url : null)

  const { status, error } = typeof answer === 'string' ? { status: null, error: answer } : answer
  const attempt = { at, status, error, tookMs: Math.round(performance.now() - startedMs) }
  const isAgain = verdict.outcome === 'again'
  const state = isAgain ? 'pending' : verdict.outcome === 'delivered' ? 'delivered' : 'dead'
  const nextAt = isAgain ? verdict.at : null
  await ctx.deliveries.record(delivery._id, attempt, { state, nextAt })
  if (nextAt !== null) await remind(ctx, { ...delivery, nextAt, attempts: [...delivery.attempts, attempt] })
}

/** Puts the next attempt into the queue; MongoDB knows of it anyway. */
export const remind = async (ctx: WorkerContext, delivery: Delivery): Promise<void> => {
  const { _id: deliveryId, nextAt, attempts } = delivery
  if (nextAt === null) return
  const waitMs = Date.parse(nextAt) - ctx.clock.now().getTime()
  const delayMs = waitMs > 0 ? waitMs + NOT_BEFORE_MS : 0
  await ctx.queues.enqueue('deliver', { deliveryId, attempt: attempts.length }, delayMs)
}

/** Tries a message that is due, unless it has ended or somebody else is at it. Harmless as often as one likes. */
export const attemptDelivery = async (ctx: WorkerContext, deliveryId: string): Promise<Attempted> => {
  const delivery = await ctx.deliveries.read(deliveryId)
  if (delivery === null || delivery.state !== 'pending' || delivery.nextAt === null) return 'done'
  if (delivery.nextAt > ctx.clock.now().toISOString()) return 'done'
  const leave = ctx.seats.take(delivery.partnerId)
  if (leave === null) return 'busy'
  try {
    await tryOnce(ctx, delivery)
    return 'done'
  } finally {
    leave()
  }
}
