import type { Allotment } from './allotment.ts'
import { chanceOfSet, gainsOf } from './asking.ts'
import { nextWaveAt } from './clocks.ts'
import { remediesFor, whyChosen } from './explain.ts'
import type { Person } from './persons.ts'
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
  persons: readonly Person[],
  taken: ReadonlySet<number>,
  round: Frame,
): IncidentPlan => {
  const frame = frameFor(incident, round)
  const isAsking = outcomes.some(({ search }) => search.wanted > 0)
  return {
    incidentId: incident.incidentId,
    ring: outcomes.length ? Math.max(...outcomes.map(({ allotment }) => allotment.ring)) : incident.ring,
    offers: outcomes.flatMap((outcome) => offersOf(outcome, persons, frame)),
    needs: outcomes.map((outcome) => planNeed(outcome, taken, frame)),
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

/** Stalled: nobody is asked, nobody was, and nobody is left. An open first always takes whoever is left. */
const planNeed = ({ search, allotment }: Outcome, taken: ReadonlySet<number>, frame: Frame): NeedPlan => {
  const { need, wanted, pool } = search
  const { ring, chosen } = allotment
  const reasons = sumOf(pool.excluded, passedOver(search, allotment, taken))
  const considered = chosen.length + Object.values(reasons).reduce((sum, count) => sum + count, 0)
  const stalled = wanted > 0 && need.openOffers === 0 && chosen.length === 0
  const chance = search.preferred && chanceOfSet(allotment, search.preferred.asking, frame)
  const remedies = stalled ? remediesFor(reasons) : []
  return { needId: need.needId, wanted, chance, ring, considered, reasons, stalled, remedies }
}
