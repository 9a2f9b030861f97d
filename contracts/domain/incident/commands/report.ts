import type { Instant } from '../../instant.ts'
import { Refusal } from '../../refusal.ts'
import type { IncidentFactBody, IncidentFactOf } from '../facts.ts'
import type { Incident } from '../state.ts'

export type Report = IncidentFactOf<'incident.reported'>['data']

/** Opens an incident; `callBackAt`: when its reporter wants to be called back. @throws Refusal `already_done` when the id is taken by another report. */
export const report = (
  state: Incident | null,
  input: Report,
  callBackAt: Instant | null = null,
): IncidentFactBody[] => {
  if (state !== null) throw new Refusal('already_done')
  if (callBackAt !== null && input.reporterId === null) throw new Refusal('no_reporter')
  return [
    { type: 'incident.reported', data: input },
    ...(callBackAt === null ? [] : [{ type: 'callback.planned', data: { at: callBackAt } } as const]),
  ]
}
