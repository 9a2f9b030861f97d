import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { DeadlineError, withDeadline } from '#contracts/runtime/deadline.ts'
import { Trouble } from '../../trouble.ts'

/** Requests of one partner in ten seconds, over all processes; published in the partner guide. */
export const PARTNER_LIMITS = { events: 2000, evidence: 50, positions: 200, reads: 200 } as const
const WINDOW_S = 10
/** Intake waits for Redis no longer than this. */
const PATIENCE_MS = 250

/** Limits per partner, counted in Redis; while Redis is away or slow each process counts for itself. */
export const createPartnerLimits = (redis: Redis, prefix: string) => {
  const limiter = (what: keyof typeof PARTNER_LIMITS) => {
    const limit = { keyPrefix: `${prefix}:partner-${what}`, points: PARTNER_LIMITS[what], duration: WINDOW_S }
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
    spend: async (what: keyof typeof PARTNER_LIMITS, partnerId: string): Promise<void> => {
      try {
        await limiters[what](partnerId)
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        throw new Trouble('too_many', { retryAfterS: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) })
      }
    },
  }
}
export type PartnerLimits = ReturnType<typeof createPartnerLimits>
