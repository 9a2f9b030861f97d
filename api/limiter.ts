import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { digest } from '#contracts/runtime/ids.ts'
import { Trouble } from './trouble.ts'

export interface Limit {
  points: number
  /** Seconds in which so many points may be spent. */
  duration: number
}

/** Counts in Redis for all processes; while Redis is away each process counts for itself. */
export const openLimiter = (redis: Redis, keyPrefix: string, limit: Limit): RateLimiterRedis =>
  new RateLimiterRedis({
    ...limit,
    keyPrefix,
    storeClient: redis,
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory({ ...limit, keyPrefix }),
  })

/** Neither names nor numbers nor addresses of people stand in Redis. */
export const limitKey = (text: string): string => digest(text).slice(0, 32)

/** Counts something before it is done, so that many at once are limited too. @throws Trouble `too_many` with the time to wait */
export const spend = async (limiter: RateLimiterRedis, key: string): Promise<void> => {
  try {
    await limiter.consume(key)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    throw new Trouble('too_many', { retryAfterS: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) })
  }
}
