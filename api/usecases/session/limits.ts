import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { digest } from '#contracts/runtime/ids.ts'
import { Trouble } from '../../trouble.ts'

const WINDOW_S = 15 * 60
/** Failed attempts in a quarter of an hour. A control room shares one address, so its limit is the wider one. */
export const SIGN_IN_LIMITS = { account: 10, address: 50 } as const

export interface Attempt {
  login: string
  address: string
}

/** Neither names nor addresses of people stand in Redis. */
const keyOf = (text: string): string => digest(text).slice(0, 32)

/**
 * Limits on failed sign-ins per account and per address, shared by all processes through Redis; while Redis is away
 * each process counts for itself.
 */
export const createSignInLimits = (redis: Redis, prefix: string) => {
  const limiter = (what: keyof typeof SIGN_IN_LIMITS) => {
    const limit = { keyPrefix: `${prefix}:login-${what}`, points: SIGN_IN_LIMITS[what], duration: WINDOW_S }
    return new RateLimiterRedis({
      ...limit,
      storeClient: redis,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory(limit),
    })
  }
  const account = limiter('account')
  const address = limiter('address')

  return {
    /** Counts an attempt before it is made, so that many at once are limited too. @throws Trouble `too_many` */
    spend: async ({ login, address: from }: Attempt): Promise<void> => {
      try {
        // The address first: whoever is stopped there must not use up the attempts of the accounts he names.
        await address.consume(keyOf(from))
        await account.consume(keyOf(login))
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        throw new Trouble('too_many', { retryAfterS: Math.ceil(error.msBeforeNext / 1000) })
      }
    },

    /** It was a good one: nothing of it is held against anybody. */
    forgive: async ({ login, address: from }: Attempt): Promise<void> => {
      await Promise.all([account.delete(keyOf(login)), address.reward(keyOf(from))])
    },
  }
}
export type SignInLimits = ReturnType<typeof createSignInLimits>
