import { explainStall, type StallFound } from '#contracts/domain/incident/commands/explain-stall.ts'
import { openWave, type WaveInput } from '#contracts/domain/incident/commands/wave.ts'
import { needOf } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Won } from '#contracts/store/offering.ts'
import type { WorkerContext } from '../context.ts'
import { expiresAt } from '../matching/clocks.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { sumOf } from '../matching/reasons.ts'
import type { IncidentPlan, NeedPlan, OpenIncident, PlannedOffer, RoundPlan } from '../matching/types.ts'
import { nextWaveOf } from './next-wave.ts'
import type { RoundRead } from './read.ts'
import { isAsRead, stillWanted } from './still-wanted.ts'
import { system } from '../system.ts'

const offerOf = (
  { needId, volunteerId, partnerId, distanceM, etaS, uncertaintyS, cost, position, why }: PlannedOffer,
  offerId: string,
  channel: 'webhook' | 'link',
  now: Instant,
  policy: MatchPolicy,
  roundId: string,
): WaveInput['offers'][number] => ({
  offerId,
  needId,
  volunteerId,
  partnerId,
  channel,
  expiresAt: expiresAt(new Date(now), channel, policy).toISOString(),
  why: {
    distanceM,
    etaS,
    uncertaintyS,
    parts: { ...cost, ring: why.ring, rank: why.rank, of: why.of },
    chance: why.chance,
    gainS: why.gainS,
    policyVersion: policy.version,
    roundId,
  },
  position: { lat: position.lat, lng: position.lng, source: position.source, ageS: position.ageS },
})

/** What was found for a need: how many were looked at, and why whoever is not asked is not. */
const lookedAt = ({ needId, wanted, ring, chance, considered, reasons }: NeedPlan) => ({
  needId,
  wanted,
  ring,
  chance,
  considered,
  reasons,
})

/** The same of this wave, which asks `written` of those planned: who was bound meanwhile, or is not wanted any more, is not asked. */
const toldOf = (
  need: NeedPlan,
  [planned, tried, written]: readonly (readonly Pick<PlannedOffer, 'needId'>[])[],
) => {
  const count = (offers: readonly Pick<PlannedOffer, 'needId'>[] = []) =>
    offers.filter(({ needId }) => needId === need.needId).length
  const lost = { claimed: count(tried) - count(written), not_needed: count(planned) - count(tried) }
  return {
    ...lookedAt(need),
    reasons: sumOf(need.reasons, lost),
    asked: count(written),
    ...(need.remedies.length > 0 && { remedies: need.remedies }),
  }
}

/** Needs that this round found nobody for, and that still stand as it `read` them. */
const stalledIn = (state: Incident, plan: IncidentPlan, read: OpenIncident | undefined): NeedPlan[] =>
  plan.needs.filter(({ needId, stalled }) => {
    const need = needOf(state, needId)
    return stalled && need !== undefined && isAsRead(state, need, read)
  })

const stallOf = ({ needId, considered, reasons, remedies }: NeedPlan): WaveInput['stalled'][number] => ({
  needId,
  considered,
  reasons,
  remedies,
})

/** The same for a need that was stalled before, with all that another look tells. */
const stillStalled = (need: NeedPlan, policyVersion: string, roundId: string): StallFound => ({
  ...lookedAt(need),
  remedies: need.remedies,
  policyVersion,
  roundId,
})

/**
 * Writes what the round planned for one incident: claims first, then one guarded change. `isShort` when somebody planned
 * was bound elsewhere meanwhile, so that another round should look again. Nothing is written when nothing changes.
 */
export const writePlan = async (
  ctx: WorkerContext,
  agencyId: string,
  roundId: string,
  plan: IncidentPlan & Pick<RoundPlan, 'solver'>,
  { channels, input: { policy, incidents } }: RoundRead,
): Promise<{ isShort: boolean; isChanged: boolean }> => {
  let tried: PlannedOffer[] = []
  let isShort = false
  const read = incidents.find(({ incidentId }) => incidentId === plan.incidentId)
  const people = (state: Incident, now: Instant) =>
    (tried = stillWanted(state, plan.offers, read, now, policy))

  const decide = (state: Incident, won: readonly Won[], now: Instant) => {
    isShort = won.length < tried.length
    if (tried.length > 0 && won.length === 0) return []
    const offers = won.flatMap(({ volunteerId, offerId }) => {
      const planned = tried.find((offer) => offer.volunteerId === volunteerId)
      return planned
        ? [offerOf(planned, offerId, channels.get(volunteerId) ?? 'link', now, policy, roundId)]
        : []
    })
    const nextWaveAt = nextWaveOf(state, plan, offers.length, now, policy)
    const stalled = stalledIn(state, plan, read)
    const { ring } = plan
    const said = {
      roundId,
      needs: plan.needs.map((need) => toldOf(need, [plan.offers, tried, offers])),
      policyVersion: policy.version,
      ...(plan.solver === 'greedy' && { solver: plan.solver }),
    }
    return [
      ...openWave(state, { offers, stalled: stalled.map(stallOf), ring, nextWaveAt, ...said }),
      ...explainStall(
        state,
        stalled.map((need) => stillStalled(need, policy.version, roundId)),
        now,
      ),
    ]
  }

  try {
    const op = { opId: `match:${roundId}:${plan.incidentId}`, agencyId, by: system }
    const { facts } = await ctx.store.offer(plan.incidentId, op, people, decide)
    return { isShort, isChanged: facts.length > 0 }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    ctx.log.debug({ code: error.code, incidentId: plan.incidentId }, 'the incident asks nobody any more')
    return { isShort: false, isChanged: false }
  }
}
