import { allocate } from './allocate.ts'
import { type Look, lookAt } from './look.ts'
import { type Outcome, planIncident } from './plan.ts'
import type { RoundInput, RoundPlan } from './types.ts'

/**
 * Plans one round: who is asked for which open slot of the whole agency, at the least total cost, each natural
 * person at most once. Pure: nothing but the input decides, and the order of its lists does not matter.
 */
export const planRound = (input: RoundInput, look: Look = lookAt(input)): RoundPlan => {
  const { frame, crowd, cases } = look
  const searches = cases.flatMap((one) => one.searches)
  const { solver, allotments } = allocate(searches, crowd.persons.length, frame)
  const taken = new Set(allotments.flatMap(({ chosen }) => chosen.map(({ column }) => column)))
  const outcomes = searches.flatMap((search, i): Outcome[] => {
    const allotment = allotments[i]
    return allotment ? [{ search, allotment }] : []
  })

  return {
    policyVersion: frame.policy.version,
    solver,
    incidents: cases.map(({ incident }) => {
      const own = outcomes.filter(({ search }) => search.incident === incident)
      return planIncident(incident, own, crowd, taken, frame)
    }),
  }
}
