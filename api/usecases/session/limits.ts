import type { Redis } from 'ioredis'
import { limitKey, openLimiter, spend } from '../../limiter.ts'

const WINDOW_S = 15 * 60
/** Failed attempts in a quarter of an hour. A control room shares one address, so its limit is the wider one. */
export const SIGN_IN_LIMITS = { account: 10, address: 50 } as const

export interface Attempt {
  login: string
  address: string
}

/** Limits on failed sign-ins per account and per address. */
export const createSignInLimits = (redis: Redis, prefix: string) => {
  const limiter = (what: keyof typeof SIGN_IN_LIMITS) =>
    openLimiter(redis, `${prefix}:login-${what}`, { points: SIGN_IN_LIMITS[what], duration: WINDOW_S })
  const account = limiter('account')
  const address = limiter('address')

  return {
    /** Counts an attempt before it is made. @throws Trouble `too_many` */
    spend: async ({ login, address: from }: Attempt): Promise<void> => {
      // The address first: whoever is stopped there must not use up the attempts of the accounts he names.
      await spend(address, limitKey(from))
      await spend(account, limitKey(login))
    },

    /** It was a good one: nothing of it is held against anybody. */
    forgive: async ({ login, address: from }: Attempt): Promise<void> => {
      await Promise.all([account.delete(limitKey(login)), address.reward(limitKey(from))])
    },
  }
}
export type SignInLimits = ReturnType<typeof createSignInLimits>
