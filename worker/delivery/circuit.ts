import { plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import type { Delivery, EndpointState } from '#contracts/store/documents.ts'
import { isUrgent } from '#contracts/wire/partner/deliveries.ts'
import type { WorkerContext } from '../context.ts'
import type { Way } from './obstacle.ts'
import type { Answer } from './post.ts'
import { attemptsLeft, seriesOf } from './series.ts'

/** Failures in a row, of whatever messages, after which an endpoint counts as sick. */
const OPENS_AFTER = 5
const SOONEST_PROBE_S = 10
const LATEST_PROBE_S = 300
/** Longer than an attempt can last: a probe whose process died is not waited for. */
const PROBE_LASTS_S = 10

/** When an endpoint that fails since then may be probed: the longer it is sick the more rarely. Null: not sick yet. */
export const nextProbe = (
  { failures, failingSince }: Pick<EndpointState, 'failures' | 'failingSince'>,
  now: Instant,
): Instant | null => {
  if (failures < OPENS_AFTER || failingSince === null) return null
  const sickForS = (Date.parse(now) - Date.parse(failingSince)) / 1000
  return plusSeconds(now, Math.min(LATEST_PROBE_S, Math.max(SOONEST_PROBE_S, sickForS / 2)))
}

/** Somebody wants to see it tried: he has probably spoken with the partner. */
const isOrdered = (delivery: Delivery): boolean =>
  delivery.replays.length > 0 && seriesOf(delivery).length === 0

/**
 * Is this attempt not to be made now? What is urgent is always tried, and so is what a person has just ordered and the last
 * attempt of everything: no message dies without having been tried. Of the rest, while the circuit is open, one message
 * at a time probes.
 */
export const isKeptBack = async (ctx: WorkerContext, delivery: Delivery, way: Way): Promise<boolean> => {
  const { type, partnerId } = delivery
  if (isUrgent(type) || isOrdered(delivery) || attemptsLeft(delivery, ctx.schedules[type]) <= 1) return false
  const endpoint = await ctx.endpoints.read(partnerId, way.url)
  if (endpoint === null || endpoint.probeAt === null) return false
  const now = ctx.clock.now().toISOString()
  if (endpoint.probeAt > now) return true
  return !(await ctx.endpoints.probe(endpoint, plusSeconds(now, PROBE_LASTS_S)))
}

/** Says what the answer means for the endpoint; asking us to wait, or to stay away, is not being sick. */
export const learn = async (
  ctx: WorkerContext,
  delivery: Delivery,
  way: Way,
  answer: Answer,
): Promise<void> => {
  const { status, error } = answer
  const { partnerId, agencyId } = delivery
  // A ping to a URL that is yet to be set says nothing about the one that is.
  if (delivery.url !== null || status === 429 || status === 410) return
  const now = ctx.clock.now().toISOString()
  if (error !== null) {
    const state = await ctx.endpoints.failed({ _id: partnerId, agencyId, url: way.url }, error, now)
    const probeAt = nextProbe(state, now)
    if (probeAt !== null) await ctx.endpoints.open(partnerId, way.url, probeAt)
    return
  }
  const known = await ctx.endpoints.read(partnerId, way.url)
  if (known === null || (known.failures === 0 && known.goneAt === null)) return
  await ctx.endpoints.recovered(partnerId, way.url)
  await ctx.deliveries.release(partnerId, now)
}
