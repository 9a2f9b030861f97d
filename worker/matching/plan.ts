import type { Allotment } from './allotment.ts'
import { chanceOfSet, gainsOf } from './asking.ts'
import { nextWaveAt } from './clocks.ts'
import { firstRemediesFor, type Remedy, remediesFor, whyChosen } from './explain.ts'
import { type Crowd, type Person, waitedFor } from './persons.ts'
import { NOBODY } from './pool.ts'
import { lastRing } from './rings.ts'
import { sumOf, type Tally } from './reasons.ts'
import { type Frame, frameFor } from './frame.ts'
import type { Search } from './search.ts'
import type { IncidentPlan, NeedPlan, OpenIncident, PlannedOffer } from './types.ts'

/** A search and what it got. */
export interface Outcome {
  search: Search
  allotment: Allotment
}

/** The plan of one incident from its outcomes. `taken`: the columns given away anywhere in this round. */
export const planIncident = (
  incident: OpenIncident,
  outcomes: readonly Outcome[],
  crowd: Crowd,
  taken: ReadonlySet<number>,
  round: Frame,
): IncidentPlan => {
  const frame = frameFor(incident, round)
  const isAsking = outcomes.some(({ search }) => search.wanted > 0)
  const ring = outcomes.length ? Math.max(...outcomes.map(({ allotment }) => allotment.ring)) : incident.ring
  return {
    incidentId: incident.incidentId,
    ring,
    offers: outcomes.flatMap((outcome) => offersOf(outcome, crowd.persons, frame)),
    needs: outcomes.map((outcome) => planNeed(outcome, crowd, taken, ring, frame)),
    nextWaveAt: isAsking ? nextWaveAt(frame.now, incident.severity, frame.policy) : null,
  }
}

const offersOf = (
  { search, allotment: { chosen } }: Outcome,
  persons: readonly Person[],
  { habits }: Frame,
): PlannedOffer[] => {
  const gains = search.preferred ? gainsOf(chosen, search.preferred.asking, habits) : []
  return chosen.flatMap((prospect, place) => {
    const person = persons[prospect.column]
    if (!person) return []
    const { volunteerId, personKey, partnerId } = person.record
    const { distanceM, etaS, uncertaintyS, cost } = prospect
    const why = whyChosen(search, prospect, place, person.position.source, gains[place] ?? null)
    const position = { ...person.position }
    return {
      needId: search.need.needId,
      volunteerId,
      personKey,
      partnerId,
      distanceM,
      etaS,
      uncertaintyS,
      cost,
      position,
      why,
    }
  })
}

/** Of those who would do, how many are not asked, and why. `taken`: the columns given away anywhere in this round. */
const passedOver = ({ pool }: Search, { ring, chosen }: Allotment, taken: ReadonlySet<number>): Tally => {
  const own = new Set(chosen.map(({ column }) => column))
  let [elsewhere, needless] = [0, 0]
  for (const column of taken) if (!own.has(column) && pool.fits(column)) elsewhere++
  for (const { column } of pool.within(ring)) if (!own.has(column) && !taken.has(column)) needless++
  const outside = pool.size - own.size - elsewhere - needless
  return { asked_elsewhere: elsewhere, outside_ring: outside, not_needed: needless }
}

/** The reasons of those kept out; whoever is asked for this need already has one of his own. */
const keptOut = ({ need, pool }: Search, crowd: Crowd, { isByFirstRules }: Frame): Tally => {
  const waiting = isByFirstRules ? 0 : waitedFor(need, crowd).size
  if (waiting === 0 || pool === NOBODY) return pool.excluded
  const { claimed = 0, ...others } = pool.excluded
  return { ...others, may_still_answer: waiting, claimed: claimed - waiting }
}

/** Stalled: nobody is asked, nobody was, and nobody is left. An open first always takes whoever is left. */
const planNeed = (
  outcome: Outcome,
  crowd: Crowd,
  taken: ReadonlySet<number>,
  incidentRing: number,
  frame: Frame,
): NeedPlan => {
  const { search, allotment } = outcome
  const { need, wanted } = search
  const { ring, chosen } = allotment
  const reasons = sumOf(keptOut(search, crowd, frame), passedOver(search, allotment, taken))
  const considered = chosen.length + Object.values(reasons).reduce((sum, count) => sum + count, 0)
  const stalled = wanted > 0 && need.openOffers === 0 && chosen.length === 0
  const chance = search.preferred && chanceOfSet(allotment, search.preferred.asking, frame)
  const remedies = whatHelps(outcome, reasons, stalled, incidentRing, frame)
  return { needId: need.needId, wanted, chance, ring, considered, reasons, stalled, remedies }
}

/** Told whenever fewer people are asked than slots are open. */
const whatHelps = (
  { search: { need }, allotment: { chosen } }: Outcome,
  reasons: Tally,
  stalled: boolean,
  incidentRing: number,
  { policy, isByFirstRules }: Frame,
): Remedy[] => {
  if (isByFirstRules) return stalled ? firstRemediesFor(reasons) : []
  const isShort = need.openOffers + chosen.length < need.openSlots
  return isShort ? remediesFor(reasons, incidentRing >= lastRing(policy.ringsEtaS)) : []
}
