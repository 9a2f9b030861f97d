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

/** @throws Refusal `closed_incident` when it has ended, else `illegal_move`. */
export const mustMove = (incident: Incident, to: IncidentStatus): void => {
  if (incidentMoves[incident.status].includes(to)) return
  const detail = { from: incident.status, to }
  throw new Refusal(hasEnded(incident.status) ? 'closed_incident' : 'illegal_move', detail)
}

/** @throws Refusal `closed_incident` */
export const mustBeOpen = (incident: Incident): void => {
  if (hasEnded(incident.status)) throw new Refusal('closed_incident', { status: incident.status })
}

/** How far an assignment has come: 0 accepted … 4 completed. */
export const stepOf = (state: AssignmentStep): number => assignmentStates.indexOf(state)
