import { allocate } from './allocate.ts'
import { frameOf } from './frame.ts'
import { by } from './order.ts'
import { crowdOf } from './persons.ts'
import { type Outcome, planIncident } from './plan.ts'
import { searchesOf } from './search.ts'
import type { RoundInput, RoundPlan } from './types.ts'

/**
 * Plans one round: who is asked for which open slot of the whole agency, at the least total cost, each natural
 * person at most once. Pure: nothing but the input decides, and the order of its lists does not matter.
 */
export const planRound = ({ incidents, candidates, ...rules }: RoundInput): RoundPlan => {
  const frame = frameOf(rules)
  const { now, policy } = frame
  const crowd = crowdOf(candidates, now, policy)
  const cases = incidents
    .toSorted(by(({ incidentId }) => incidentId))
    .map((incident) => ({ incident, searches: searchesOf(incident, crowd, frame) }))
    .sort((a, b) => (b.searches[0]?.priority ?? 0) - (a.searches[0]?.priority ?? 0))

  const searches = cases.flatMap((one) => one.searches)
  const { solver, allotments } = allocate(searches, crowd.persons.length, frame)
  const taken = new Set(allotments.flatMap(({ chosen }) => chosen.map(({ column }) => column)))
  const outcomes = searches.flatMap((search, i): Outcome[] => {
    const allotment = allotments[i]
    return allotment ? [{ search, allotment }] : []
  })

  return {
    policyVersion: policy.version,
    solver,
    incidents: cases.map(({ incident }) => {
      const own = outcomes.filter(({ search }) => search.incident === incident)
      return planIncident(incident, own, crowd.persons, taken, frame)
    }),
  }
}
