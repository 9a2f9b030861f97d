import type { Severity } from '#contracts/domain/words.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'

const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000)

/** When to ask somebody else too. */
export const nextWaveAt = (now: Date, severity: Severity, policy: MatchPolicy): Date =>
  after(now, policy.waveS[severity])

/** When an offer sent now is dead; later than the next wave, because people need a minute to answer. */
export const expiresAt = (now: Date, channel: keyof MatchPolicy['expiresS'], policy: MatchPolicy): Date =>
  after(now, policy.expiresS[channel])
