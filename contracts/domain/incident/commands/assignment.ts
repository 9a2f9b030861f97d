import type { Instant } from '../../instant.ts'
import type { Point } from '../../place.ts'
import { Refusal } from '../../refusal.ts'
import type { IncidentFactBody } from '../facts.ts'
import { stepOf } from '../moves.ts'
import { assignmentOf, isActive, isCalledHome, needOf } from '../read.ts'
import type { Assignment, Incident } from '../state.ts'
import { assignmentStates, type AssignmentStep } from '../words.ts'

export interface Bearer {
  assignmentId: string
  volunteerId: string
  partnerId: string
}

/** The assignment of the one who speaks. @throws Refusal `not_found`, `not_yours` */
export const mine = (state: Incident, who: Bearer): Assignment => {
  const assignment = assignmentOf(state, who.assignmentId)
  if (assignment === undefined) throw new Refusal('not_found')
  if (assignment.volunteerId !== who.volunteerId || assignment.partnerId !== who.partnerId)
    throw new Refusal('not_yours')
  return assignment
}

const isStep = (state: string): state is AssignmentStep => assignmentStates.some((step) => step === state)

/**
 * A step forward; skips are legal. A step that lies behind gives no facts ("already past").
 * @throws Refusal `not_found`, `not_yours`, `terminal` after an exit
 */
export const progress = (
  state: Incident,
  who: Bearer,
  input: { state: AssignmentStep; at: Instant; point: Point | null },
): IncidentFactBody[] => {
  const assignment = mine(state, who)
  const { state: present } = assignment
  if (!isStep(present)) throw new Refusal('terminal', { state: present })
  if (stepOf(input.state) <= stepOf(present)) return []
  return [{ type: 'assignment.progressed', data: { ...who, ...input } }]
}

const mustBeActive = (assignment: Assignment): void => {
  if (!isActive(assignment)) throw new Refusal('terminal', { state: assignment.state })
}

/** The slot is free again, and its need is short of somebody; whether anybody is asked now is the incident's matter. */
const giveBack = (
  state: Incident,
  who: Bearer,
  type: 'assignment.released' | 'assignment.failed',
  note: string | null,
): IncidentFactBody[] => {
  const assignment = mine(state, who)
  mustBeActive(assignment)
  const { needId } = assignment
  const again: IncidentFactBody[] =
    needOf(state, needId)?.status === 'filled' ? [{ type: 'need.asking', data: { needId } }] : []
  return [{ type, data: { ...who, needId, note } }, ...again]
}

/** The volunteer gives the task back. @throws Refusal `not_found`, `not_yours`, `terminal` */
export const release = (state: Incident, who: Bearer, note: string | null): IncidentFactBody[] =>
  giveBack(state, who, 'assignment.released', note)

/** The task could not be done. @throws Refusal `not_found`, `not_yours`, `terminal` */
export const fail = (state: Incident, who: Bearer, note: string | null): IncidentFactBody[] =>
  giveBack(state, who, 'assignment.failed', note)

/**
 * Receipt of a confirmation or a stand-down: delivered, then read. Never moves back.
 * @throws Refusal `not_found`, `not_yours`, `illegal_move` for the receipt of a stand-down that was never sent
 */
export const acknowledge = (
  state: Incident,
  who: Bearer,
  input: { what: 'confirmed' | 'stood_down'; how: 'delivered' | 'read' },
): IncidentFactBody[] => {
  const assignment = mine(state, who)
  const { acks } = assignment
  if (input.what === 'stood_down' && !isCalledHome(assignment))
    throw new Refusal('illegal_move', { state: assignment.state })
  if (acks[input.what] === 'read' || acks[input.what] === input.how) return []
  const { assignmentId, volunteerId } = who
  return [{ type: 'assignment.acknowledged', data: { assignmentId, volunteerId, ...input } }]
}

/** "Butuh bantuan": always heard, also after the task. @throws Refusal `not_found`, `not_yours` */
export const raiseSos = (state: Incident, who: Bearer, point: Point | null): IncidentFactBody[] => {
  mine(state, who)
  return [
    { type: 'sos.raised', data: { assignmentId: who.assignmentId, volunteerId: who.volunteerId, point } },
  ]
}
