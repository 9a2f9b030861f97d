import type { Incident } from '#contracts/domain/incident/state.ts'
import { earliest, plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import type { IncidentPlan } from '../matching/types.ts'
import { freshUntil, needsOpen } from './incidents.ts'

/**
 * When somebody else is asked too. After a wave: one wave later. Else the moment already set stays while it lies ahead.
 * When it has come and nobody was asked: because the fresh offers are enough, so when the first of them grows old; or
 * because nobody is left, so never by the clock (an answer, an expiry or a new volunteer brings the next round, and
 * what is stalled is looked at again every half minute).
 */
export const nextWaveOf = (
  state: Incident,
  plan: IncidentPlan,
  asked: number,
  now: Instant,
  policy: MatchPolicy,
): Instant | null => {
  if (asked > 0) return plusSeconds(now, policy.waveS[state.severity])
  if (state.nextWaveAt === null || state.nextWaveAt > now) return state.nextWaveAt
  const content = needsOpen(state).filter(
    ({ id }) => plan.needs.find(({ needId }) => needId === id)?.wanted === 0,
  )
  return earliest(
    state.offers
      .filter(({ needId }) => content.some(({ id }) => id === needId))
      .map((offer) => freshUntil(state, offer, policy))
      .filter((at) => at > now),
  )
}
