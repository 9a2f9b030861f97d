import type { Instant } from '#contracts/domain/instant.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import { isUrgent } from '#contracts/wire/partner/deliveries.ts'
import type { Obstacle } from './obstacle.ts'
import type { Answer } from './post.ts'
import { nextAttempt, type Schedule } from './schedule.ts'
import { seriesOf } from './series.ts'

/** What becomes of a message after an attempt. */
export type Verdict =
  | { outcome: 'delivered' }
  /** Nobody misses it. */
  | { outcome: 'dropped' }
  | { outcome: 'again'; at: Instant }
  /** Undelivered for good; `gone`: the partner wants no more messages at this URL. */
  | { outcome: 'given_up'; gone: boolean }

/** For what can wait, an obstacle may go away: the partner is enabled again, the endpoint set. An offer cannot wait. */
const giveUpAtOnce: readonly Obstacle[] = ['no_partner', 'drill']

export const verdictOf = (
  delivery: Delivery,
  answer: Answer | Obstacle,
  schedule: Schedule,
  { at: startedAt, now }: { at: Instant; now: Instant },
  random: () => number,
): Verdict => {
  if (answer === 'no_longer_true') return { outcome: 'dropped' }
  const isObstacle = typeof answer === 'string'
  if (isObstacle && (isUrgent(delivery.type) || giveUpAtOnce.includes(answer)))
    return { outcome: 'given_up', gone: false }
  const status = isObstacle ? null : answer.status
  if (status !== null && status >= 200 && status < 300) return { outcome: 'delivered' }
  if (status === 410) return { outcome: 'given_up', gone: true }
  const series = seriesOf(delivery)
  const at = nextAttempt(
    schedule,
    {
      firstAt: series[0]?.at ?? startedAt,
      attempts: series.length + 1,
      now,
      retryAfterS: isObstacle ? 0 : answer.retryAfterS,
    },
    random,
  )
  return at === null ? { outcome: 'given_up', gone: false } : { outcome: 'again', at }
}
