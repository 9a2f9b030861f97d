import type { IncidentFactBody } from '../facts.ts'
import type { ImpactRecord } from '../impact.ts'
import type { Incident } from '../state.ts'

/** The damage as it is known now; possible at any time, also after the end: knowledge comes late. */
export const recordImpact = (_: Incident, input: ImpactRecord): IncidentFactBody[] => [
  { type: 'impact.recorded', data: input },
]
