import { Refusal } from '../refusal.ts'
import type { Incident } from './state.ts'
import type { AssignmentStep, IncidentStatus } from './words.ts'
import { assignmentStates } from './words.ts'

/** All moves of an incident; whatever is not here is refused. A duplicate that is undone goes back to where it was. */
export const incidentMoves: Record<IncidentStatus, readonly IncidentStatus[]> = {
  reported: ['verified', 'rejected', 'duplicate', 'referred', 'cancelled'],
  verified: ['dispatching', 'controlled', 'rejected', 'duplicate', 'referred', 'cancelled'],
  dispatching: ['responding', 'controlled', 'duplicate', 'referred', 'cancelled'],
  responding: ['controlled', 'cancelled'],
  controlled: ['responding', 'closed'],
  duplicate: ['reported', 'verified', 'dispatching'],
  closed: [],
  rejected: [],
  referred: [],
  cancelled: [],
}

const ended: readonly IncidentStatus[] = ['closed', 'rejected', 'duplicate', 'referred', 'cancelled']
export const hasEnded = (status: IncidentStatus): boolean => ended.includes(status)
/** People may be asked only now. */
export const isAsking = (status: IncidentStatus): boolean =>
  status === 'dispatching' || status === 'responding'

/** @throws Refusal `closed_incident` */
export const mustBeOpen = (incident: Incident): void => {
  if (hasEnded(incident.status)) throw new Refusal('closed_incident', { status: incident.status })
}

/** Only undoing leads out of an end, and it does not ask here. @throws Refusal `closed_incident` when it has ended, else `illegal_move` */
export const mustMove = (incident: Incident, to: IncidentStatus): void => {
  mustBeOpen(incident)
  if (!incidentMoves[incident.status].includes(to))
    throw new Refusal('illegal_move', { from: incident.status, to })
}

/** @throws Refusal `closed_incident` when it has ended, `illegal_move` when nobody may be asked now */
export const mustBeAsking = (incident: Incident): void => {
  mustBeOpen(incident)
  if (!isAsking(incident.status)) throw new Refusal('illegal_move', { from: incident.status })
}

/** How far an assignment has come: 0 accepted … 4 completed. */
export const stepOf = (state: AssignmentStep): number => assignmentStates.indexOf(state)
