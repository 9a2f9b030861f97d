import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { DeadlineError, withDeadline } from '#contracts/runtime/deadline.ts'
import { digest } from '#contracts/runtime/ids.ts'
import { Trouble } from './trouble.ts'

export interface Limit {
  points: number
  /** Seconds in which so many points may be spent. */
  duration: number
}

/** Nobody waits for Redis longer than this when something is counted. */
const PATIENCE_MS = 250

/** What Redis says, or what this process counts alone when Redis takes too long. */
const soon = async <T>(asked: Promise<T>, alone: () => Promise<T>): Promise<T> => {
  try {
    return await withDeadline(asked, PATIENCE_MS, 'counting')
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error
    return alone()
  }
}

/** Counts in Redis for all processes; while Redis is away or slow each process counts for itself. */
export const openLimiter = (redis: Redis, keyPrefix: string, limit: Limit) => {
  const own = new RateLimiterMemory({ ...limit, keyPrefix })
  const shared = new RateLimiterRedis({
    ...limit,
    keyPrefix,
    storeClient: redis,
    rejectIfRedisNotReady: true,
    insuranceLimiter: own,
  })
  return {
    /** Counts one more. Rejects with a `RateLimiterRes` when it is one too many. */
    consume: (key: string) => soon(shared.consume(key), () => own.consume(key)),
    /** Takes one back. */
    reward: (key: string) => soon(shared.reward(key), () => own.reward(key)),
    /** Forgets what was counted. */
    delete: (key: string) => soon(shared.delete(key), () => own.delete(key)),
  }
}
export type Limiter = ReturnType<typeof openLimiter>

/** Neither names nor numbers nor addresses of people stand in Redis. */
export const limitKey = (text: string): string => digest(text).slice(0, 32)

/** Counts something before it is done, so that many at once are limited too. @throws Trouble `too_many` with the time to wait */
export const spend = async (limiter: Limiter, key: string): Promise<void> => {
  try {
    await limiter.consume(key)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    throw new Trouble('too_many', { retryAfterS: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) })
  }
}
