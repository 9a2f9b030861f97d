import type { Instant } from '#contracts/domain/instant.ts'
import { withDeadline } from '#contracts/runtime/deadline.ts'
import { WORKER_LEASE } from '#contracts/store/heartbeats.ts'
import type { Context } from '../context.ts'

/** What can be wrong with the platform itself, and what that means for those who use it. */
export const systemFaults = {
  mongo_away: 'MongoDB does not answer: nothing can be taken in or read.',
  clock_skew: 'The clock of this machine is more than 2 s off the database: out of service.',
  redis_away: 'Redis does not answer: intake works, positions are missing and asking is slower.',
  worker_silent: 'No worker gives a sign of life: nobody is asked, nothing expires, nothing is delivered.',
} as const
export type SystemFault = keyof typeof systemFaults

/** Intake is impossible with these; with the others it goes on. */
export const isFatal = (fault: SystemFault): boolean => fault === 'mongo_away' || fault === 'clock_skew'

const DEADLINE_MS = 2500

/** What is wrong now, since when (null: unknown). Never rejects; answers within some 3 s. */
export const lookForFaults = async (
  context: Context,
): Promise<{ code: SystemFault; since: Instant | null }[]> => {
  const { clock, heartbeats, redis, log } = context
  const now = clock.now().toISOString()
  const worker = withDeadline(heartbeats.until(WORKER_LEASE), DEADLINE_MS, 'asking MongoDB').then(
    (until) => ({ until }),
    (err: unknown) => {
      log.warn({ err }, 'health: MongoDB does not answer')
      return 'away' as const
    },
  )
  const ping = redis.ping().then(
    () => true,
    (err: unknown) => {
      log.debug({ err }, 'health: Redis does not answer')
      return false
    },
  )
  const [life, redisAnswers] = await Promise.all([worker, ping])
  const faults: { code: SystemFault; since: Instant | null }[] = []
  if (life === 'away') faults.push({ code: 'mongo_away', since: null })
  if (!clock.inService()) faults.push({ code: 'clock_skew', since: null })
  if (!redisAnswers) faults.push({ code: 'redis_away', since: null })
  if (life !== 'away' && (life.until === null || life.until < now))
    faults.push({ code: 'worker_silent', since: life.until })
  return faults
}
