import type { Allotment } from './allotment.ts'
import { chanceOfSet, gainsOf } from './asking.ts'
import { nextWaveAt } from './clocks.ts'
import { remediesFor, whyChosen } from './explain.ts'
import type { Person } from './persons.ts'
import { type ReasonCode, tally } from './reasons.ts'
import type { Frame } from './frame.ts'
import type { Prospect, Search } from './search.ts'
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
  frame: Frame,
): IncidentPlan => {
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

/** Why somebody who would do is not asked. */
export const whyPassedOver = (prospect: Prospect, ring: number, taken: ReadonlySet<number>): ReasonCode => {
  if (taken.has(prospect.column)) return 'asked_elsewhere'
  return prospect.ring > ring ? 'outside_ring' : 'not_needed'
}

/** Stalled: nobody is asked, nobody was, and nobody is left. An open first always takes whoever is left. */
const planNeed = ({ search, allotment }: Outcome, taken: ReadonlySet<number>, frame: Frame): NeedPlan => {
  const { need, wanted, prospects, excluded } = search
  const { ring, chosen } = allotment
  const passedOver = prospects.filter((prospect) => !chosen.includes(prospect))
  const reasons = tally(
    passedOver.map((prospect) => whyPassedOver(prospect, ring, taken)),
    excluded,
  )
  const considered = chosen.length + Object.values(reasons).reduce((sum, count) => sum + count, 0)
  const stalled = wanted > 0 && need.openOffers === 0 && chosen.length === 0
  const chance = search.preferred && chanceOfSet(allotment, search.preferred.asking, frame)
  const remedies = stalled ? remediesFor(reasons) : []
  return { needId: need.needId, wanted, chance, ring, considered, reasons, stalled, remedies }
}
