import { openWave, type WaveInput } from '#contracts/domain/incident/commands/wave.ts'
import { askedInSearch, isBound, needOf } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { MAX_OPEN_OFFERS } from '#contracts/domain/incident/words.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Won } from '#contracts/store/offering.ts'
import type { WorkerContext } from '../context.ts'
import { expiresAt } from '../matching/clocks.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import type { IncidentPlan, PlannedOffer } from '../matching/types.ts'
import { wantedFor } from '../matching/wanted.ts'
import { openNeed } from './incidents.ts'
import { nextWaveOf } from './next-wave.ts'
import type { RoundRead } from './read.ts'
import { system } from '../system.ts'

/** Of the people planned, those whom the file as it is now still wants: it may have changed since the round read it. */
export const stillWanted = (
  state: Incident,
  planned: readonly PlannedOffer[],
  now: Instant,
  policy: MatchPolicy,
): PlannedOffer[] => {
  const asked = askedInSearch(state)
  const free = planned.filter(({ volunteerId }) => !asked.has(volunteerId) && !isBound(state, volunteerId))
  const chosen = state.needs.flatMap((need) => {
    const { wanted } = wantedFor(openNeed(state, need, now, policy), policy.overAsk)
    return free.filter(({ needId }) => needId === need.id).slice(0, wanted)
  })
  return chosen.slice(0, Math.max(0, MAX_OPEN_OFFERS - state.offers.length))
}

const offerOf = (
  { needId, volunteerId, partnerId, distanceM, etaS, uncertaintyS, cost, position, why }: PlannedOffer,
  offerId: string,
  channel: 'webhook' | 'link',
  now: Instant,
  policy: MatchPolicy,
): WaveInput['offers'][number] => ({
  offerId,
  needId,
  volunteerId,
  partnerId,
  channel,
  expiresAt: expiresAt(new Date(now), channel, policy).toISOString(),
  why: { distanceM, etaS, uncertaintyS, parts: { ...cost, ring: why.ring, rank: why.rank, of: why.of } },
  position: { lat: position.lat, lng: position.lng, source: position.source, ageS: position.ageS },
})

/** Needs that still stand and that this round found nobody for. */
const stalledOf = (state: Incident, plan: IncidentPlan): WaveInput['stalled'] =>
  plan.needs
    .filter(({ needId, stalled }) => stalled && needOf(state, needId) !== undefined)
    .map(({ needId, considered, reasons, remedies }) => ({ needId, considered, reasons, remedies }))

/**
 * Writes what the round planned for one incident: claims first, then one guarded change. `short` when somebody planned
 * was bound elsewhere meanwhile, so that another round should look again. Nothing is written when nothing changes.
 */
export const writePlan = async (
  ctx: WorkerContext,
  agencyId: string,
  roundId: string,
  plan: IncidentPlan,
  { channels, input: { policy } }: RoundRead,
): Promise<'done' | 'short'> => {
  let tried: PlannedOffer[] = []
  let isShort = false
  const people = (state: Incident, now: Instant) => (tried = stillWanted(state, plan.offers, now, policy))

  const decide = (state: Incident, won: readonly Won[], now: Instant) => {
    isShort = won.length < tried.length
    if (tried.length > 0 && won.length === 0) return []
    const offers = won.flatMap(({ volunteerId, offerId }) => {
      const planned = tried.find((offer) => offer.volunteerId === volunteerId)
      return planned ? [offerOf(planned, offerId, channels.get(volunteerId) ?? 'link', now, policy)] : []
    })
    const nextWaveAt = nextWaveOf(state, plan, offers.length, now, policy)
    const stalled = stalledOf(state, plan)
    return openWave(state, { offers, stalled, ring: plan.ring, nextWaveAt, policyVersion: policy.version })
  }

  try {
    const op = { opId: `match:${roundId}:${plan.incidentId}`, agencyId, by: system }
    await ctx.store.offer(plan.incidentId, op, people, decide)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    ctx.log.debug({ code: error.code, incidentId: plan.incidentId }, 'the incident asks nobody any more')
    return 'done'
  }
  return isShort ? 'short' : 'done'
}
