import type { Need } from '../incident/state.ts'
import type { Volunteer } from './state.ts'

export type Lack = 'vehicle' | 'skill'

/** What he lacks for a need. Nobody's word makes up for it: the need is changed first, or somebody else is sent. */
export const lacksFor = (
  { vehicle, skills }: Pick<Volunteer, 'vehicle' | 'skills'>,
  need: Pick<Need, 'vehicle' | 'skill'>,
): Lack[] => [
  ...(need.vehicle === 'any' || need.vehicle === vehicle ? [] : (['vehicle'] as const)),
  ...(need.skill === null || skills.includes(need.skill) ? [] : (['skill'] as const)),
]
