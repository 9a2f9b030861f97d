import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { DeadlineError, withDeadline } from '#contracts/runtime/deadline.ts'
import type { PartnerLimitKind } from '#contracts/wire/partner/limits.ts'
import { Trouble } from '../../trouble.ts'

/** Intake waits for Redis no longer than this. */
const PATIENCE_MS = 250

/** Requests of each partner, counted in Redis; while Redis is away or slow each process counts for itself. */
export const createPartnerLimits = (
  redis: Redis,
  prefix: string,
  { requests, windowS }: { requests: Record<PartnerLimitKind, number>; windowS: number },
) => {
  const limiter = (kind: PartnerLimitKind) => {
    const limit = {
      keyPrefix: `${prefix}:partner-${kind}`,
      points: requests[kind],
      duration: windowS,
    }
    const own = new RateLimiterMemory(limit)
    const shared = new RateLimiterRedis({
      ...limit,
      storeClient: redis,
      rejectIfRedisNotReady: true,
      insuranceLimiter: own,
    })
    return async (partnerId: string): Promise<void> => {
      try {
        await withDeadline(shared.consume(partnerId), PATIENCE_MS, 'counting requests')
      } catch (error) {
        if (!(error instanceof DeadlineError)) throw error
        await own.consume(partnerId)
      }
    }
  }
  const limiters = {
    events: limiter('events'),
    evidence: limiter('evidence'),
    positions: limiter('positions'),
    reads: limiter('reads'),
  }

  return {
    /** @throws Trouble `too_many` with the time to wait */
    spend: async (kind: PartnerLimitKind, partnerId: string): Promise<void> => {
      try {
        await limiters[kind](partnerId)
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        throw new Trouble('too_many', { retryAfterS: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) })
      }
    },
  }
}
export type PartnerLimits = ReturnType<typeof createPartnerLimits>
