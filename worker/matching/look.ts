import { type Frame, frameOf } from './frame.ts'
import { atlasOf } from './near/atlas.ts'
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

/** When people are looked for outwards on a grid. */
export interface Many {
  people: number
  incidents: number
}
/** Measured: with fewer calls than these, laying the grid takes longer than looking at everybody for each of them. */
const MANY: Many = { people: 300, incidents: 5 }

/**
 * Looks for everybody whom an open need could ask: at each of them, or, in a large round, outwards from each incident as far
 * as its rings go. What is found is the same. The order of the input's lists does not matter.
 */
export const lookAt = ({ incidents, candidates, ...rules }: RoundInput, many: Many = MANY): Look => {
  const frame = frameOf(rules)
  const crowd = crowdOf(candidates, frame.now, frame.policy, frame.isByFirstRules ? null : incidents)
  const isLarge = crowd.persons.length >= many.people && incidents.length >= many.incidents
  const atlas = isLarge ? atlasOf(crowd.persons, frame) : null
  const cases = incidents
    .toSorted(by(({ incidentId }) => incidentId))
    .map((incident) => ({ incident, searches: searchesOf(incident, crowd, frame, atlas) }))
    .sort((a, b) => (b.searches[0]?.priority ?? 0) - (a.searches[0]?.priority ?? 0))
  return { frame, crowd, cases }
}
