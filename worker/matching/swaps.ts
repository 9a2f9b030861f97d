import { frameOf } from './frame.ts'
import { crowdOf } from './persons.ts'
import { type Prospect, type Search, searchesOf } from './search.ts'
import type { Candidate, OpenIncident, OpenNeed, PendingOffer, RoundInput, RoundPlan } from './types.ts'

/** An open offer that should be taken back, because its volunteer wins more elsewhere than he is worth there. */
export interface Swap {
  volunteerId: string
  /** Whose offer it is. */
  incidentId: string
  /** Who needs him more. */
  forNeedId: string
}

/** Where somebody is asked who has not answered. */
interface Held {
  incident: OpenIncident
  need: OpenNeed
  offer: PendingOffer
}

/**
 * Which open offers to take back for more urgent needs, at most one for each need and round. Never of somebody who has said
 * yes, never one that its need cannot spare (each open slot keeps somebody who is asked), never for a need that is less
 * urgent. A swap must win more than the policy's seconds beyond what it costs, both weighed with the priorities; so nobody
 * is called to and fro for little. Whom the next plan then asks is its own affair.
 */
export const swapsOf = (input: RoundInput, plan: RoundPlan): Swap[] => {
  const { incidents, candidates } = input
  const frame = frameOf(input)
  const { now, policy } = frame
  if (!(policy.mostSwaps > 0) || policy.overAsk !== null) return []
  const held = heldIn(incidents)
  const free = candidates.flatMap((one): Candidate[] =>
    held.has(one.volunteerId) ? [{ ...one, claimed: false }] : [],
  )
  const crowd = crowdOf(free, now, policy)
  const searches = incidents.flatMap((incident) => searchesOf(incident, crowd, frame))
  const priorities = new Map(searches.map(({ incident, priority }) => [incident, priority]))
  const left = new Map(incidents.map((one) => [one, policy.mostSwaps - (one.swapped ?? 0)]))

  const swaps: Swap[] = []
  const moved = new Set<string>()
  const worthOf = (search: Search, { column, etaS, uncertaintyS }: Prospect, soonestS: number) => {
    const volunteerId = crowd.persons[column]?.record.volunteerId ?? ''
    const from = held.get(volunteerId)
    if (from === undefined || moved.has(volunteerId) || from.incident === search.incident) return null
    const theirs = priorities.get(from.incident) ?? Infinity
    if (theirs > search.priority || (left.get(from.incident) ?? 0) <= 0) return null
    const lossS = lossOf(from, moved)
    const wins = (soonestS - etaS - uncertaintyS) * search.priority - (lossS + policy.swapWinS) * theirs
    return wins > 0 ? { volunteerId, from: from.incident, wins } : null
  }

  for (const search of searches.toSorted((a, b) => b.priority - a.priority)) {
    const soonestS = soonestOf(search.need, plan, policy.waitingCost * 60)
    const [best] = search.prospects
      .flatMap((prospect) => worthOf(search, prospect, soonestS) ?? [])
      .sort((a, b) => b.wins - a.wins || (a.volunteerId < b.volunteerId ? -1 : 1))
    if (best === undefined) continue
    moved.add(best.volunteerId)
    left.set(best.from, (left.get(best.from) ?? 0) - 1)
    swaps.push({
      volunteerId: best.volunteerId,
      incidentId: best.from.incidentId,
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

/** Seconds by which the others of his need are farther than he is; Infinity where it cannot spare him. */
const lossOf = ({ need, offer }: Held, moved: ReadonlySet<string>): number => {
  const others = (need.pending ?? []).filter(
    ({ volunteerId }) => volunteerId !== offer.volunteerId && !moved.has(volunteerId),
  )
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
