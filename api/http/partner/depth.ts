import { partnerLimits, type PartnerLimitKind } from '#contracts/wire/partner/limits.ts'
import { Trouble } from '../../trouble.ts'

const RETRY_AFTER_S = 1

/** How many requests of one partner this process works on at the same time: one that floods us delays nobody else. */
export const createDepth = () => {
  const running = new Map<string, number>()

  /** Does the work unless too much of this partner is under way. @throws Trouble `too_many` */
  return async <T>(kind: PartnerLimitKind, partnerId: string, work: () => Promise<T>): Promise<T> => {
    const key = `${kind}:${partnerId}`
    const count = running.get(key) ?? 0
    if (count >= partnerLimits.atOnce[kind]) throw new Trouble('too_many', { retryAfterS: RETRY_AFTER_S })
    running.set(key, count + 1)
    try {
      return await work()
    } finally {
      const left = (running.get(key) ?? 1) - 1
      if (left === 0) running.delete(key)
      else running.set(key, left)
    }
  }
}
export type Depth = ReturnType<typeof createDepth>
