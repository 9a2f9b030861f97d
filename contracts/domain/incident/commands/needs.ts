import { Refusal } from '../../refusal.ts'
import type { NeedVehicle, Skill, TaskType } from '../../words.ts'
import type { IncidentFactBody } from '../facts.ts'
import { mustBeOpen } from '../moves.ts'
import { isActive, needOf, teamOf } from '../read.ts'
import type { Assignment, Incident, Need } from '../state.ts'
import { assignmentStates, MAX_SLOTS } from '../words.ts'
import { callAllHome, callHome, withdrawAll } from './withdraw.ts'

export interface NeedInput {
  needId: string
  task: TaskType
  vehicle: NeedVehicle
  skill: Skill | null
  quantity: number
}

/** Who goes home first when a need shrinks: those not yet moving, the longest way first. Those who have finished stay. */
export const suggestStandDown = (state: Incident, needId: string, surplus: number): Assignment[] =>
  state.assignments
    .filter((a) => a.needId === needId && isActive(a))
    .sort((a, b) => stepsDone(a) - stepsDone(b) || (b.etaS ?? 0) - (a.etaS ?? 0))
    .slice(0, surplus)

const stepsDone = (a: Assignment): number => assignmentStates.findIndex((step) => step === a.state)

const lowered = (
  state: Incident,
  need: Need,
  quantity: number,
  named: readonly string[],
): IncidentFactBody[] => {
  const team = teamOf(state, need.id)
  const surplus = team.length - quantity
  const home = team.filter((a) => isActive(a) && named.includes(a.id))
  if (surplus > 0 && home.length !== Math.min(surplus, team.filter(isActive).length))
    throw new Refusal('confirm_stand_down', {
      needId: need.id,
      suggested: suggestStandDown(state, need.id, surplus).map((a) => a.id),
    })
  return [
    ...withdrawAll(state, 'need_lowered', need.id),
    ...(surplus > 0 ? home.map((a) => callHome(a, 'need_lowered')) : []),
  ]
}

/** Those who were asked on the old terms may not fit the new ones. */
const mayNotFit = (need: Need, { vehicle, skill }: NeedInput): boolean =>
  (vehicle !== 'any' && vehicle !== need.vehicle) || (skill !== null && skill !== need.skill)

const changed = (
  state: Incident,
  need: Need,
  input: NeedInput,
  named: readonly string[],
): IncidentFactBody[] => {
  const { needId, vehicle, skill, quantity } = input
  if (need.vehicle === vehicle && need.skill === skill && need.quantity === quantity) return []
  const change: IncidentFactBody = { type: 'need.changed', data: { needId, vehicle, skill, quantity } }
  if (teamOf(state, needId).length >= quantity)
    return [
      change,
      ...lowered(state, need, quantity, named),
      ...(need.status === 'filled' ? [] : [{ type: 'need.filled', data: { needId } } as const]),
    ]
  const asksAnew = need.status === 'filled' || need.status === 'stalled'
  return [
    change,
    ...(mayNotFit(need, input) ? withdrawAll(state, 'replanned', needId) : []),
    ...(asksAnew ? [{ type: 'need.asking', data: { needId } } as const] : []),
  ]
}

/** A need that was dropped does not come back under its id: people were asked for it, and late answers still name it. */
const added = (state: Incident, input: NeedInput): IncidentFactBody => {
  if ([...state.assignments, ...state.asked].some(({ needId }) => needId === input.needId))
    throw new Refusal('unknown_need', { needId: input.needId })
  return { type: 'need.added', data: { ...input } }
}

/**
 * Adds and changes needs; those not named stay as they are (dropping is `dropNeed`), a need keeps its task, and the last
 * word counts when a need is named twice. Lowering a need below the people bound to it wants their names in `standDown`.
 * @throws Refusal `closed_incident`, `too_many_slots`, `unknown_need` (dropped before),
 * `confirm_stand_down` (with suggested assignment ids), `nothing_to_change`
 */
export const setNeeds = (
  state: Incident,
  input: { needs: readonly NeedInput[]; standDown: readonly string[] },
): IncidentFactBody[] => {
  mustBeOpen(state)
  const wanted = new Map(input.needs.map((need) => [need.needId, need]))
  const kept = state.needs.filter((need) => !wanted.has(need.id))
  const slots = [...kept, ...wanted.values()].reduce((sum, need) => sum + need.quantity, 0)
  if (slots > MAX_SLOTS) throw new Refusal('too_many_slots', { slots, limit: MAX_SLOTS })
  const facts = [...wanted.values()].flatMap((need) => {
    const known = needOf(state, need.needId)
    return known === undefined ? [added(state, need)] : changed(state, known, need, input.standDown)
  })
  if (facts.length === 0) throw new Refusal('nothing_to_change')
  return facts
}

/** Drops a need: its offers are withdrawn, its people called home. @throws Refusal `closed_incident`, `unknown_need` */
export const dropNeed = (
  state: Incident,
  input: { needId: string; reason: string | null },
): IncidentFactBody[] => {
  mustBeOpen(state)
  if (needOf(state, input.needId) === undefined) throw new Refusal('unknown_need')
  return [
    ...withdrawAll(state, 'need_dropped', input.needId),
    ...callAllHome(state, 'need_dropped', input.needId),
    { type: 'need.dropped', data: input },
  ]
}
