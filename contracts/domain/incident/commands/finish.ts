import { Refusal } from '../../refusal.ts'
import { hasTeamOut } from '../due.ts'
import type { IncidentFactBody } from '../facts.ts'
import { mustMove } from '../moves.ts'
import type { Incident } from '../state.ts'
import { callAllHome, withdrawAll } from './withdraw.ts'

/** One action: all offers withdrawn, everybody called home, the incident cancelled. @throws Refusal `illegal_move`, `closed_incident` */
export const cancel = (state: Incident, input: { reason: string | null }): IncidentFactBody[] => {
  mustMove(state, 'cancelled')
  return [
    ...withdrawAll(state, 'stand_down'),
    ...callAllHome(state, 'stand_down'),
    { type: 'incident.cancelled', data: input },
  ]
}

/** Under control: nobody else is asked; those at work finish. @throws Refusal `illegal_move`, `closed_incident` */
export const control = (state: Incident, input: { note: string | null }): IncidentFactBody[] => {
  mustMove(state, 'controlled')
  return [...withdrawAll(state, 'stand_down'), { type: 'incident.controlled', data: input }]
}

/** It flared up again. @throws Refusal `illegal_move` unless it was under control */
export const resume = (state: Incident, input: { note: string | null }): IncidentFactBody[] => {
  if (state.status !== 'controlled')
    throw new Refusal('illegal_move', { from: state.status, to: 'responding' })
  return [{ type: 'incident.resumed', data: input }]
}

/** The end; never reopened. @throws Refusal `team_out` while people are out, `illegal_move`, `closed_incident` */
export const close = (state: Incident, input: { note: string | null }): IncidentFactBody[] => {
  mustMove(state, 'closed')
  if (hasTeamOut(state)) throw new Refusal('team_out')
  return [{ type: 'incident.closed', data: input }]
}

/** Calls chosen people home without ending the incident. @throws Refusal `not_found` when none of them is out */
export const standDown = (
  state: Incident,
  input: { assignmentIds: readonly string[] },
): IncidentFactBody[] => {
  const facts = callAllHome(state, 'stand_down').filter(
    (fact) => fact.type === 'assignment.stood_down' && input.assignmentIds.includes(fact.data.assignmentId),
  )
  if (facts.length === 0) throw new Refusal('not_found')
  return facts
}
