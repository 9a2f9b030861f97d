import { Refusal } from '../../refusal.ts'
import type { IncidentFactBody } from '../facts.ts'
import { mustBeOpen, mustMove } from '../moves.ts'
import { hasTeamOut, isActive } from '../read.ts'
import type { Incident } from '../state.ts'
import { askStalled } from './search.ts'
import { callAllHome, callHome, withdrawAll } from './withdraw.ts'

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

/** It flared up again: needs that lack people ask anew. @throws Refusal `closed_incident`, `illegal_move` unless it was under control */
export const resume = (state: Incident, input: { note: string | null }): IncidentFactBody[] => {
  mustBeOpen(state)
  if (state.status !== 'controlled')
    throw new Refusal('illegal_move', { from: state.status, to: 'responding' })
  return [{ type: 'incident.resumed', data: input }, ...askStalled(state)]
}

/** The end; never reopened. @throws Refusal `team_out` while people are out, `illegal_move`, `closed_incident` */
export const close = (state: Incident, input: { note: string | null }): IncidentFactBody[] => {
  mustMove(state, 'closed')
  if (hasTeamOut(state)) throw new Refusal('team_out')
  return [{ type: 'incident.closed', data: input }]
}

/**
 * Calls chosen people home without ending the incident. Their needs lack somebody again and ask anew; who wants fewer
 * people lowers the need instead (`setNeeds`).
 * @throws Refusal `not_found` when none of them is out
 */
export const standDown = (
  state: Incident,
  input: { assignmentIds: readonly string[] },
): IncidentFactBody[] => {
  const home = state.assignments.filter((a) => isActive(a) && input.assignmentIds.includes(a.id))
  if (home.length === 0) throw new Refusal('not_found')
  const short = state.needs.filter(
    (need) => need.status === 'filled' && home.some(({ needId }) => needId === need.id),
  )
  return [
    ...home.map((a) => callHome(a, 'stand_down')),
    ...short.map(({ id: needId }): IncidentFactBody => ({ type: 'need.asking', data: { needId } })),
  ]
}
