import { Refusal } from '../../refusal.ts'
import type { IncidentFactBody, IncidentFactOf } from '../facts.ts'
import type { Incident } from '../state.ts'

export type Report = IncidentFactOf<'incident.reported'>['data']

/** Opens an incident. @throws Refusal `already_done` when the id is taken by another report. */
export const report = (state: Incident | null, input: Report): IncidentFactBody[] => {
  if (state !== null) throw new Refusal('already_done')
  return [{ type: 'incident.reported', data: input }]
}
