import type { Redis } from 'ioredis'
import type { PartnerLimitKind } from '#contracts/wire/partner/limits.ts'
import { openLimiter, spend } from '../../limiter.ts'

/** Requests of each partner, by what they ask for. */
export const createPartnerLimits = (
  redis: Redis,
  prefix: string,
  { requests, windowS }: { requests: Record<PartnerLimitKind, number>; windowS: number },
) => {
  const limiter = (kind: PartnerLimitKind) =>
    openLimiter(redis, `${prefix}:partner-${kind}`, { points: requests[kind], duration: windowS })
  const limiters = {
    events: limiter('events'),
    evidence: limiter('evidence'),
    positions: limiter('positions'),
    reads: limiter('reads'),
  }

  return {
    /** @throws Trouble `too_many` with the time to wait */
    spend: (kind: PartnerLimitKind, partnerId: string): Promise<void> => spend(limiters[kind], partnerId),
  }
}
export type PartnerLimits = ReturnType<typeof createPartnerLimits>
