import type { Instant } from '../instant.ts'
import { hasEnded } from './moves.ts'
import { isActive, isCalledHome } from './read.ts'
import type { Assignment, Incident } from './state.ts'

/** Whoever has to do with an incident may still be called for so long after its end: to tell him, and to ask what he saw. */
const AFTERWARDS_MS = 24 * 3600_000

export const isLongOver = ({ endedAt }: Pick<Incident, 'endedAt'>, now: Instant): boolean =>
  endedAt !== null && Date.parse(endedAt) + AFTERWARDS_MS < Date.parse(now)

/**
 * Called home, and not known to have read it: he may still be on his way. Until the file is closed; a cancellation, which
 * calls people home with the very step that ends the file, leaves a day for it.
 */
const mayNotKnow = (incident: Incident, assignment: Assignment, now: Instant): boolean =>
  isCalledHome(assignment) &&
  assignment.acks.stood_down !== 'read' &&
  (incident.status === 'cancelled' ? !isLongOver(incident, now) : !hasEnded(incident.status))

/** May whoever bears this task be called about it: he is out, called for help, or may not know that it is over. */
export const mayBeCalled = (incident: Incident, assignment: Assignment, now: Instant): boolean =>
  isActive(assignment) || assignment.sosAt !== null || mayNotKnow(incident, assignment, now)

/** May this volunteer be called about this incident: he is asked, stands by, or bears a task of it for which he may be called. */
export const takesPart = (incident: Incident, volunteerId: string, now: Instant): boolean =>
  incident.offers.some((offer) => offer.volunteerId === volunteerId) ||
  incident.standby.includes(volunteerId) ||
  incident.assignments.some((one) => one.volunteerId === volunteerId && mayBeCalled(incident, one, now))
