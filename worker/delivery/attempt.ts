import { plusSeconds } from '#contracts/domain/instant.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import type { WorkerContext } from '../context.ts'
import { isKeptBack, learn } from './circuit.ts'
import { onDelivered, onGivenUp, onGone } from './consequences.ts'
import { type Obstacle, type Way, wayTo } from './obstacle.ts'
import { type Answer, DEADLINE_MS } from './post.ts'
import { quietAnswer } from './sms/gateway.ts'
import { type Verdict, verdictOf } from './verdict.ts'

/** Longer than an attempt can last; afterwards somebody else may take it for dead. */
const TAKEN_FOR_S = 8
/** A job that comes a moment before its time would find nothing to do. */
const NOT_BEFORE_MS = 20

const nowOf = ({ clock }: WorkerContext): string => clock.now().toISOString()
const isWay = (way: Way | Obstacle): way is Way => typeof way !== 'string'

/** Nobody was asked, or nobody answered. */
const unanswered = (error: string): Answer => ({ status: null, error, retryAfterS: 0, answer: null })

/** Null when it cannot be written: our own fault, tried and given up like another, and nothing against the endpoint. */
const written = ({ log }: WorkerContext, { _id }: Delivery, way: Way, at: string) => {
  try {
    return way.write(at)
  } catch (err) {
    log.error({ err, deliveryId: _id }, 'a message could not be written')
    return null
  }
}

const send = async (ctx: WorkerContext, delivery: Delivery, way: Way, at: string): Promise<Answer> => {
  const message = written(ctx, delivery, way, at)
  if (message === null) return unanswered('unwritable')
  const answer = await ctx.post({ partnerId: delivery.partnerId, url: way.url, ...message })
  await ctx.atPoint?.('posted')
  await learn(ctx, delivery, way, answer)
  return delivery.via === 'sms' ? { ...answer, answer: quietAnswer(answer.answer) } : answer
}

/** The consequences come first, the record last: dying in between repeats both, and both bear it. */
const conclude = async (ctx: WorkerContext, delivery: Delivery, verdict: Verdict, way: Way | Obstacle) => {
  if (verdict.outcome === 'delivered') await onDelivered(ctx, delivery)
  if (verdict.outcome !== 'given_up') return
  if (verdict.gone && isWay(way)) await onGone(ctx, delivery, way.url)
  await onGivenUp(ctx, delivery)
}

/** The way, unless the endpoint is sick and this message can wait. */
const presentWay = async (ctx: WorkerContext, delivery: Delivery): Promise<Way | Obstacle> => {
  const way = await wayTo(ctx, delivery)
  return isWay(way) && (await isKeptBack(ctx, delivery, way)) ? 'circuit_open' : way
}

const states = { delivered: 'delivered', dropped: 'dropped', given_up: 'dead', again: 'pending' } as const

/** The attempt that is taken until `until`: only whoever still holds it may give the message up. */
const finish = async (
  ctx: WorkerContext,
  delivery: Delivery,
  taken: { at: string; until: string; tookMs: () => number },
  way: Way | Obstacle,
): Promise<void> => {
  const { _id } = delivery
  const { at } = taken
  const answer = isWay(way) ? await send(ctx, delivery, way, at) : unanswered(way)
  const now = nowOf(ctx)
  const verdict = verdictOf(
    delivery,
    isWay(way) ? answer : way,
    ctx.schedules[delivery.type],
    { at, now },
    ctx.random,
  )
  const longer = plusSeconds(now, TAKEN_FOR_S)
  const isLast = verdict.outcome === 'given_up'
  const isMine = !isLast || (await ctx.deliveries.take({ _id, nextAt: taken.until }, longer))
  if (isMine) await conclude(ctx, delivery, verdict, way)

  const attempt = {
    at,
    status: answer.status,
    error: answer.error,
    tookMs: taken.tookMs(),
    answer: answer.answer,
  }
  const nextAt = verdict.outcome === 'again' ? verdict.at : null
  const next = { state: states[verdict.outcome], nextAt, heldBack: way === 'circuit_open' }
  const after = await ctx.deliveries.record(_id, isLast && isMine ? longer : taken.until, attempt, next)
  if (after !== null) await remind(ctx, after)
}

const tryOnce = async (ctx: WorkerContext, delivery: Delivery): Promise<void> => {
  const startedMs = performance.now()
  const at = nowOf(ctx)
  const until = plusSeconds(at, TAKEN_FOR_S)
  if (!(await ctx.deliveries.take(delivery, until))) return
  const way = await presentWay(ctx, delivery)
  // Finding the way took too long: by the time of an answer somebody else would be at it too.
  if (plusSeconds(nowOf(ctx), DEADLINE_MS / 1000) > until) return
  await finish(ctx, delivery, { at, until, tookMs: () => Math.round(performance.now() - startedMs) }, way)
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
export const attemptDelivery = async (ctx: WorkerContext, deliveryId: string): Promise<void> => {
  const delivery = await ctx.deliveries.read(deliveryId)
  if (delivery === null || delivery.state !== 'pending' || delivery.nextAt === null) return
  if (delivery.nextAt <= nowOf(ctx)) await tryOnce(ctx, delivery)
}
