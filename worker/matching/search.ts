import { distanceM } from '#contracts/domain/place.ts'
import { type CostParts, costOf, priorityOf, type Unserved, unservedOf } from './cost.ts'
import { travelS } from './eta.ts'
import { whyNotIncident, whyNotNeed } from './filter.ts'
import { by } from './order.ts'
import type { Crowd, Person } from './persons.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { type ReasonCode, type Tally, tally } from './reasons.ts'
import { lastRing, ringOf } from './rings.ts'
import type { OpenIncident, OpenNeed } from './types.ts'
import { wantedFor } from './wanted.ts'

/** A person who would do. `column` is his index in the crowd. */
export interface Prospect {
  column: number
  distanceM: number
  etaS: number
  uncertaintyS: number
  ring: number
  cost: CostParts
}

/** One need, and everybody it could ask. */
export interface Search {
  incident: OpenIncident
  need: OpenNeed
  wanted: number
  firsts: number
  priority: number
  unserved: Unserved
  prospects: Prospect[]
  excluded: Tally
}

/** The searches of one incident, by need id. */
export const searchesOf = (
  incident: OpenIncident,
  crowd: Crowd,
  now: Date,
  policy: MatchPolicy,
): Search[] => {
  const priority = priorityOf(incident, now, policy)
  const unserved = unservedOf(priority, policy)
  const asked = new Set(incident.askedThisSearch.flatMap((id) => crowd.personKeys.get(id) ?? []))
  const comers = crowd.persons.map((person, column) => {
    const found =
      whyNotIncident(person.record, incident, asked) ?? prospect(person, column, incident, priority, policy)
    return { person, found }
  })

  return incident.needs.toSorted(by(({ needId }) => needId)).map((need) => {
    const { wanted, firsts } = wantedFor(need, policy.overAsk)
    const prospects: Prospect[] = []
    const reasons: ReasonCode[] = []
    for (const { person, found } of wanted > 0 ? comers : []) {
      const fit = typeof found === 'string' ? found : (whyNotNeed(person.record, need) ?? found)
      if (typeof fit === 'string') reasons.push(fit)
      else prospects.push(fit)
    }
    const excluded = wanted > 0 ? tally(reasons, crowd.excluded) : {}
    return { incident, need, wanted, firsts, priority, unserved, prospects, excluded }
  })
}

/**
 * What his coming would mean. The uncertainty counts as way to go, for the cost and for the ring. A person with a
 * passenger belongs to the last ring only, however near: he is asked when nobody else is left.
 */
const prospect = (
  { record, position }: Person,
  column: number,
  incident: OpenIncident,
  priority: number,
  policy: MatchPolicy,
): Prospect | ReasonCode => {
  const dropOffS = record.onTrip ? policy.dropOffS : 0
  const straightM = Math.round(distanceM(position, incident))
  const etaS = dropOffS + travelS(straightM, record.vehicle, policy)
  const uncertaintyS = travelS(position.uncertaintyM, record.vehicle, policy)
  const cost = costOf(record, { etaS, uncertaintyS }, priority, policy)
  if (!(cost.minutes < policy.waitingCost)) return 'too_far'
  const ring = record.onTrip ? lastRing(policy.ringsEtaS) : ringOf(etaS + uncertaintyS, policy.ringsEtaS)
  return { column, distanceM: straightM, etaS, uncertaintyS, ring, cost }
}
