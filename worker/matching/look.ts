import { type Frame, frameOf } from './frame.ts'
import { by } from './order.ts'
import { type Crowd, crowdOf } from './persons.ts'
import { type Search, searchesOf } from './search.ts'
import type { OpenIncident, RoundInput } from './types.ts'

/** Who there is, and what each open need could ask of them: nearly all the work of a round. */
export interface Look {
  frame: Frame
  crowd: Crowd
  /** The most urgent incident first. */
  cases: { incident: OpenIncident; searches: Search[] }[]
}

/** Looks at every pair of open need and volunteer. The order of the input's lists does not matter. */
export const lookAt = ({ incidents, candidates, ...rules }: RoundInput): Look => {
  const frame = frameOf(rules)
  const crowd = crowdOf(candidates, frame.now, frame.policy)
  const cases = incidents
    .toSorted(by(({ incidentId }) => incidentId))
    .map((incident) => ({ incident, searches: searchesOf(incident, crowd, frame) }))
    .sort((a, b) => (b.searches[0]?.priority ?? 0) - (a.searches[0]?.priority ?? 0))
  return { frame, crowd, cases }
}
