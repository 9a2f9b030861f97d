import type { Incident } from '#contracts/domain/incident/state.ts'
import { earliest, plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import type { IncidentPlan } from '../matching/types.ts'
import { freshUntil, needsOpen } from './incidents.ts'

/** The open needs that want nobody more at present. */
const contentOf = (state: Incident, plan: IncidentPlan) =>
  needsOpen(state).filter(({ id }) => plan.needs.find(({ needId }) => needId === id)?.wanted === 0)

/** Somebody is asked for a slot that is open still. */
const isWaiting = (state: Incident): boolean =>
  needsOpen(state).some(({ id }) => state.offers.some(({ needId }) => needId === id))

/**
 * When somebody else is asked too. After a wave: one wave later. Else the moment already set stays while it lies ahead. When it
 * has come and nobody was asked: one wave later as long as somebody may still answer, since with every silent second he counts
 * less, and a rest, a cool-down, a zone end by the clock without a fact (with a fixed number per slot that has enough fresh offers:
 * when the first of them grows old). With nobody left to answer never by the clock: what is stalled is looked at again every half minute.
 */
export const nextWaveOf = (
  state: Incident,
  plan: IncidentPlan,
  asked: number,
  now: Instant,
  policy: MatchPolicy,
): Instant | null => {
  if (asked > 0) return plusSeconds(now, policy.waveS[state.severity])
  const { nextWaveAt } = state
  if (nextWaveAt !== null && nextWaveAt > now) return nextWaveAt
  if (!isWaiting(state)) return null
  const laterS = policy.waveS[state.severity]
  if (policy.overAsk === null) return plusSeconds(now, laterS)
  const content = contentOf(state, plan)
  const fresh = state.offers
    .filter(({ needId }) => content.some(({ id }) => id === needId))
    .map((offer) => freshUntil(state, offer, policy))
    .filter((at) => at > now)
  return earliest(fresh) ?? plusSeconds(now, laterS)
}
