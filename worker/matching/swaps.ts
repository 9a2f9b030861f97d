import { askingOf, chanceOfSet } from './asking.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { type Frame, frameFor, frameOf } from './frame.ts'
import { type Crowd, crowdOf } from './persons.ts'
import type { Prospect } from './prospect.ts'
import { type Search, searchesOf } from './search.ts'
import type { Candidate, OpenIncident, OpenNeed, PendingOffer, RoundInput, RoundPlan } from './types.ts'

/** An open offer that should be taken back, because its volunteer wins more elsewhere than he is worth there. */
export interface Swap {
  volunteerId: string
  /** Whose offer it is. */
  incidentId: string
  /** Who needs him more. */
  forIncidentId: string
  forNeedId: string
}

/** Where somebody is asked who has not answered. */
interface Held {
  incident: OpenIncident
  need: OpenNeed
  offer: PendingOffer
}

/**
 * Which open offers to take back for other needs, at most one for each need and round. Never of somebody who has said
 * yes, never one that its need cannot spare: each open slot keeps somebody who is asked.
 *
 * For a need that has people: only where the policy allows swaps, never for a need that is less urgent, and a swap must win
 * more than the policy's seconds beyond what it costs, both weighed with the priorities; so nobody is called to and fro for
 * little. For a need with nobody at all it is enough that the other one keeps a fair chance (`keepsChance`). Whom the next plan
 * then asks is its own affair.
 */
export const swapsOf = (input: RoundInput, plan: RoundPlan): Swap[] => {
  const { incidents, candidates } = input
  const frame = frameOf(input)
  const { now, policy } = frame
  const nobody = policy.mostSpares > 0 ? stalledIn(plan) : new Set<string>()
  if ((!(policy.mostSwaps > 0) && nobody.size === 0) || policy.overAsk !== null) return []
  const held = heldIn(incidents)
  const free = candidates.flatMap((one): Candidate[] =>
    held.has(one.volunteerId) ? [{ ...one, claimed: false }] : [],
  )
  const crowd = crowdOf(free, now, policy, frame.isByFirstRules ? null : incidents)
  const searches = incidents.flatMap((incident) => searchesOf(incident, crowd, frame))
  const priorities = new Map(searches.map(({ incident, priority }) => [incident, priority]))
  const gone = new Map(incidents.map((one) => [one, one.swapped ?? 0]))

  const swaps: Swap[] = []
  const moved = new Set<string>()
  const worthOf = (search: Search, { column, etaS, uncertaintyS }: Prospect, soonestS: number) => {
    const volunteerId = crowd.persons[column]?.record.volunteerId ?? ''
    const from = held.get(volunteerId)
    if (from === undefined || moved.has(volunteerId) || from.incident === search.incident) return null
    const theirs = priorities.get(from.incident) ?? Infinity
    const isMoreUrgent = theirs > search.priority
    const hasGone = gone.get(from.incident) ?? 0
    const wayS = etaS + uncertaintyS
    const isSpared =
      nobody.has(search.need.needId) &&
      hasGone < policy.mostSpares &&
      !wouldComeBack(from, theirs, { wayS, priority: search.priority }, moved, policy) &&
      keepsChance(from, moved, isMoreUrgent ? policy.targetChance : policy.leastChance, crowd, frame)
    if (!isSpared && (isMoreUrgent || hasGone >= policy.mostSwaps)) return null
    const costS = lossOf(from, moved) + (isSpared ? 0 : policy.swapWinS)
    const wins = (soonestS - wayS) * search.priority - costS * theirs
    return wins > 0 ? { volunteerId, from: from.incident, wins } : null
  }

  for (const search of searches.toSorted((a, b) => b.priority - a.priority)) {
    const soonestS = soonestOf(search.need, plan, policy.waitingCost * 60)
    const [best] = search.pool
      .within(Infinity)
      .flatMap((prospect) => worthOf(search, prospect, soonestS) ?? [])
      .sort((a, b) => b.wins - a.wins || (a.volunteerId < b.volunteerId ? -1 : 1))
    if (best === undefined) continue
    moved.add(best.volunteerId)
    gone.set(best.from, (gone.get(best.from) ?? 0) + 1)
    swaps.push({
      volunteerId: best.volunteerId,
      incidentId: best.from.incidentId,
      forIncidentId: search.incident.incidentId,
      forNeedId: search.need.needId,
    })
  }
  return swaps
}

const heldIn = (incidents: readonly OpenIncident[]): Map<string, Held> =>
  new Map(
    incidents.flatMap((incident) =>
      incident.needs.flatMap((need) =>
        (need.pending ?? []).map((offer) => [offer.volunteerId, { incident, need, offer }] as const),
      ),
    ),
  )

/** Needs that nobody is asked for, and for whom nobody is left. */
const stalledIn = ({ incidents }: RoundPlan): Set<string> =>
  new Set(incidents.flatMap(({ needs }) => needs.flatMap(({ stalled, needId }) => (stalled ? [needId] : []))))

const othersOf = ({ need, offer }: Held, moved: ReadonlySet<string>): PendingOffer[] =>
  (need.pending ?? []).filter(
    ({ volunteerId }) => volunteerId !== offer.volunteerId && !moved.has(volunteerId),
  )

/**
 * His need would have him back in the next plan: none of its offers that are left counts as fresh, so it wants one as much as
 * the other need does, and the plan gives him to whom leaving without costs more (`unservedOf`).
 */
const wouldComeBack = (
  held: Held,
  theirs: number,
  there: { wayS: number; priority: number },
  moved: ReadonlySet<string>,
  { waveS, waitingCost }: MatchPolicy,
): boolean => {
  const { incident, need, offer } = held
  const fresh = othersOf(held, moved).filter(({ silentS }) => silentS < waveS[incident.severity])
  const saves = (wayS: number, priority: number) => (waitingCost * 60 - wayS) * priority
  return fresh.length < need.openSlots && saves(offer.travelS, theirs) >= saves(there.wayS, there.priority)
}

/** Without him the others of his need still have at least this chance to fill it in time. */
const keepsChance = (
  held: Held,
  moved: ReadonlySet<string>,
  atLeast: number,
  crowd: Crowd,
  frame: Frame,
): boolean => {
  const own = frameFor(held.incident, frame)
  const asking = askingOf({ ...held.need, pending: othersOf(held, moved) }, crowd, own)
  return chanceOfSet({ ring: held.incident.ring, chosen: [] }, asking, own) >= atLeast
}

/** Seconds by which the others of his need are farther than he is; Infinity where it cannot spare him. */
const lossOf = (held: Held, moved: ReadonlySet<string>): number => {
  const { need, offer } = held
  const others = othersOf(held, moved)
  if (others.length < need.openSlots) return Infinity
  const nextS = others.map(({ travelS }) => travelS).sort((a, b) => a - b)[need.openSlots - 1] ?? Infinity
  return Math.max(0, nextS - offer.travelS)
}

/** When somebody asked for a need, before or now, would be there at the soonest; `waitingS` when nobody is. */
const soonestOf = (need: OpenNeed, plan: RoundPlan, waitingS: number): number => {
  const offers = plan.incidents.flatMap((incident) => incident.offers)
  const asked = offers.filter(({ needId }) => needId === need.needId)
  return Math.min(
    waitingS,
    ...(need.pending ?? []).map(({ travelS }) => travelS),
    ...asked.map(({ etaS, uncertaintyS }) => etaS + uncertaintyS),
  )
}
