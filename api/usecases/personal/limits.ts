import type { Redis } from 'ioredis'
import { limitKey, openLimiter, spend } from '../../limiter.ts'

const QUARTER_S = 15 * 60
const DAY_S = 24 * 3600

/** Codes for one number, so that nobody's phone is flooded; whole mobile networks share an address, so that limit is wide. */
export const PERSONAL_LIMITS = { number: 3, numberADay: 10, address: 60, guesses: 60, answers: 10 } as const

/** Limits on what strangers may ask for and guess, and on guesses of those who answer the phone. */
export const createPersonalLimits = (redis: Redis, prefix: string) => {
  const limiter = (what: keyof typeof PERSONAL_LIMITS, duration = QUARTER_S) =>
    openLimiter(redis, `${prefix}:personal-${what}`, { points: PERSONAL_LIMITS[what], duration })
  const number = limiter('number')
  const numberADay = limiter('numberADay', DAY_S)
  const address = limiter('address')
  const guesses = limiter('guesses')
  const answers = limiter('answers')

  return {
    /** A code is asked for. The address first: whoever is stopped there uses up nobody's number. @throws Trouble `too_many` */
    request: async (asked: { phone: string; address: string }): Promise<void> => {
      await spend(address, limitKey(asked.address))
      await spend(number, limitKey(asked.phone))
      await spend(numberADay, limitKey(asked.phone))
    },

    /** A sign-in code is guessed; each code has its own small number of guesses besides. @throws Trouble `too_many` */
    guess: (from: string): Promise<void> => spend(guesses, limitKey(from)),

    /** An operator tries the five digits of an offer. @throws Trouble `too_many` */
    answer: (userId: string): Promise<void> => spend(answers, limitKey(userId)),

    /** They were right. */
    forgiveAnswer: async (userId: string): Promise<void> => {
      await answers.reward(limitKey(userId))
    },
  }
}
export type PersonalLimits = ReturnType<typeof createPersonalLimits>
