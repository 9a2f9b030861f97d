import { hasEnded, incidentMoves, isAsking } from '#contracts/domain/incident/moves.ts'
import { isActive, openSlots } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { IncidentStatus } from '#contracts/domain/incident/words.ts'
import type { Action } from '#contracts/wire/actions.ts'
import { graver } from '../shared/severities.ts'

/** What a person may do with an incident as a whole. */
export const steps = [
  'verify',
  'dispatch',
  'close',
  'undoDuplicate',
  'needs',
  'reject',
  'askAgain',
  'widen',
  'standDown',
  'control',
  'resume',
  'escalate',
  'correct',
  'duplicate',
  'refer',
  'cancel',
] as const
export type Step = (typeof steps)[number]

const needed: Record<Step, Action> = {
  verify: 'incident.gate',
  dispatch: 'incident.dispatch',
  close: 'incident.finish',
  undoDuplicate: 'incident.merge',
  needs: 'incident.plan',
  reject: 'incident.gate',
  askAgain: 'incident.dispatch',
  widen: 'incident.dispatch',
  standDown: 'incident.stand_down',
  control: 'incident.finish',
  resume: 'incident.finish',
  escalate: 'incident.correct',
  correct: 'incident.correct',
  duplicate: 'incident.merge',
  refer: 'incident.gate',
  cancel: 'incident.stand_down',
}

const isPossible = (step: Step, incident: Incident): boolean => {
  const { status } = incident
  const canBecome = (to: IncidentStatus): boolean => incidentMoves[status].includes(to)
  const teamOut = incident.assignments.some(isActive)
  const seeking = isAsking(status) && incident.needs.some((need) => openSlots(incident, need) > 0)
  const possible: Record<Step, boolean> = {
    verify: status === 'reported',
    reject: canBecome('rejected'),
    refer: canBecome('referred') && !teamOut,
    duplicate: canBecome('duplicate') && !teamOut,
    undoDuplicate: status === 'duplicate',
    dispatch: status === 'verified',
    needs: !hasEnded(status),
    escalate: !hasEnded(status) && graver(incident.severity) !== null,
    correct: !hasEnded(status),
    askAgain: seeking,
    widen: seeking,
    standDown: teamOut,
    control: canBecome('controlled'),
    resume: status === 'controlled',
    close: canBecome('closed'),
    cancel: canBecome('cancelled'),
  }
  return possible[step]
}

/** Rare, final or without a hurry: one press further away. */
const further: readonly Step[] = ['widen', 'escalate', 'correct', 'duplicate', 'refer', 'cancel']
const leading: readonly Step[] = ['verify', 'dispatch', 'close', 'undoDuplicate']
const SHOWN = 3

/** The step that comes next, if there is one: it stands first and alone is filled. */
export const mainOf = (incident: Incident, offered: readonly Step[]): Step | undefined => {
  const next = offered.find((step) => leading.includes(step))
  return next === 'dispatch' && incident.needs.length === 0 ? 'needs' : next
}

/** What stands there at once, and what behind "more". Who found nobody left to ask needs the ways to look further. */
export const ranked = (
  incident: Incident,
  offered: readonly Step[],
): { main: Step | undefined; shown: Step[]; more: Step[] } => {
  const main = mainOf(incident, offered)
  const isStuck = incident.needs.some(({ stalled }) => stalled !== null)
  const rank = (step: Step): number => {
    if (step === main) return 0
    if (step === 'askAgain' || step === 'widen') return isStuck ? 1 : 3
    return further.includes(step) ? 3 : 2
  }
  const sorted = offered.toSorted((a, b) => rank(a) - rank(b))
  const shown = sorted.filter((step, index) => index < SHOWN && rank(step) < 3)
  const more = sorted.filter((step) => !shown.includes(step))
  return { main, shown, more }
}

/** The steps that the state allows and the role may take, the likeliest first. */
export const stepsFor = (incident: Incident, may: (action: Action) => boolean): Step[] =>
  steps.filter((step) => may(needed[step]) && isPossible(step, incident))
