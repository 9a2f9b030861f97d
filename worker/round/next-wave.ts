import type { Incident } from '#contracts/domain/incident/state.ts'
import { earliest, plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import type { IncidentPlan } from '../matching/types.ts'
import { freshUntil, needsOpen } from './incidents.ts'

/** The open needs that want nobody more at present, though somebody could be asked. */
const contentOf = (state: Incident, plan: IncidentPlan) =>
  needsOpen(state).filter(({ id }) => plan.needs.find(({ needId }) => needId === id)?.wanted === 0)

/** Asked is who is worth it as long as those asked before may still answer: with every silent second that is less so. */
const mayWantMore = (state: Incident, plan: IncidentPlan): boolean =>
  contentOf(state, plan).some(({ id }) => {
    const { reasons = {} } = plan.needs.find(({ needId }) => needId === id) ?? {}
    const left = (reasons.not_needed ?? 0) + (reasons.outside_ring ?? 0) + (reasons.asked_elsewhere ?? 0)
    return left > 0 && state.offers.some(({ needId }) => needId === id)
  })

/**
 * When somebody else is asked too. After a wave: one wave later. Else the moment already set stays while it lies ahead.
 * When it has come and nobody was asked: because those who may still answer are enough, so one wave later (with a fixed number
 * per slot: when the first of the fresh offers grows old); or because nobody is left, so never by the clock (an answer, an expiry or a new volunteer brings the next round, and
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
  const { nextWaveAt } = state
  if (nextWaveAt !== null && nextWaveAt > now) return nextWaveAt
  if (policy.overAsk === null)
    return mayWantMore(state, plan) ? plusSeconds(now, policy.waveS[state.severity]) : null
  if (nextWaveAt === null) return null
  const content = contentOf(state, plan)
  return earliest(
    state.offers
      .filter(({ needId }) => content.some(({ id }) => id === needId))
      .map((offer) => freshUntil(state, offer, policy))
      .filter((at) => at > now),
  )
}
