import { Refusal } from '../../refusal.ts'
import type { Referral, RejectReason } from '../../words.ts'
import type { IncidentFactBody } from '../facts.ts'
import { mustMove } from '../moves.ts'
import type { Incident } from '../state.ts'
import { hasTeamOut } from '../read.ts'
import { askStalled } from './search.ts'
import { withdrawAll } from './withdraw.ts'

/** The gate of intake: a report becomes work, or leaves by one of four doors. */
export const verify = (state: Incident, input: { note: string | null }): IncidentFactBody[] => {
  mustMove(state, 'verified')
  return [{ type: 'incident.verified', data: input }]
}

/** @throws Refusal `illegal_move`, `closed_incident` */
export const reject = (
  state: Incident,
  input: { reason: RejectReason; note: string | null },
): IncidentFactBody[] => {
  mustMove(state, 'rejected')
  return [{ type: 'incident.rejected', data: input }]
}

const mustHaveNobodyOut = (state: Incident): void => {
  if (hasTeamOut(state)) throw new Refusal('team_out')
}

/**
 * Marks as duplicate of `of`; open offers are withdrawn. Duplicates make no chains: whoever opens one must find the
 * incident that counts behind it. @throws Refusal `self_duplicate`, `has_duplicates`, `team_out`, `illegal_move`
 */
export const markDuplicate = (
  state: Incident,
  input: { of: string; ofIsDuplicate: boolean; hasDuplicates: boolean },
): IncidentFactBody[] => {
  if (input.of === state.id || input.ofIsDuplicate) throw new Refusal('self_duplicate')
  mustMove(state, 'duplicate')
  if (input.hasDuplicates) throw new Refusal('has_duplicates')
  mustHaveNobodyOut(state)
  return [...withdrawAll(state, 'stand_down'), { type: 'incident.marked_duplicate', data: { of: input.of } }]
}

/** Takes the merge back: the incident stands where it stood, and asks anew if it was asking. @throws Refusal `illegal_move` */
export const undoDuplicate = (state: Incident): IncidentFactBody[] => {
  if (state.status !== 'duplicate' || state.duplicateOf === null)
    throw new Refusal('illegal_move', { from: state.status })
  return [{ type: 'incident.duplicate_undone', data: { of: state.duplicateOf } }, ...askStalled(state)]
}

/** Hands the incident to another agency. @throws Refusal `team_out`, `illegal_move` */
export const refer = (state: Incident, input: { to: Referral; note: string | null }): IncidentFactBody[] => {
  mustMove(state, 'referred')
  mustHaveNobodyOut(state)
  return [...withdrawAll(state, 'stand_down'), { type: 'incident.referred', data: input }]
}
