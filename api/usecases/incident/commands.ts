import { cancel, close, control, resume, standDown } from '#contracts/domain/incident/commands/finish.ts'
import { refer, reject, undoDuplicate, verify } from '#contracts/domain/incident/commands/gate.ts'
import { dropNeed } from '#contracts/domain/incident/commands/needs.ts'
import { acknowledgeAlarm, trc } from '#contracts/domain/incident/commands/notes.ts'
import { askAgain, dispatch, widen } from '#contracts/domain/incident/commands/search.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Given } from '../../route-types.ts'
import { toldMoment } from './moment.ts'

/** Orders that one domain command carries out alone. What a person wrote with it is kept first; facts name it by `textId`. */
export type CommandName =
  | 'verifyIncident'
  | 'rejectIncident'
  | 'referIncident'
  | 'undoDuplicate'
  | 'dropNeed'
  | 'dispatchIncident'
  | 'askAgain'
  | 'widenSearch'
  | 'cancelIncident'
  | 'standDown'
  | 'controlIncident'
  | 'resumeIncident'
  | 'closeIncident'
  | 'trcIncident'
  | 'acknowledgeAlarm'

export interface Command<N extends CommandName> {
  /** The part of the body that is free text. */
  text?: (body: Given<Routes[N]>['body']) => string | undefined
  /** `lastRing` is that of the agency's policy; of other orders it is read by nobody, and 0. */
  needsRings?: true
  decide: (
    state: Incident,
    given: Given<Routes[N]> & { textId: string | null; now: Instant; lastRing: number },
  ) => IncidentFactBody[]
}

const noteOf = ({ note }: { note?: string | undefined }): string | undefined => note

export const commands: { [N in CommandName]: Command<N> } = {
  verifyIncident: { text: noteOf, decide: (state, { textId: note }) => verify(state, { note }) },
  rejectIncident: {
    text: noteOf,
    decide: (state, { body: { reason }, textId: note }) => reject(state, { reason, note }),
  },
  referIncident: {
    text: noteOf,
    decide: (state, { body: { to }, textId: note }) => refer(state, { to, note }),
  },
  undoDuplicate: { decide: undoDuplicate },
  dropNeed: {
    text: noteOf,
    decide: (state, { params: { needId }, textId: reason }) => dropNeed(state, { needId, reason }),
  },
  dispatchIncident: { decide: dispatch },
  askAgain: { decide: askAgain },
  widenSearch: { needsRings: true, decide: (state, { lastRing }) => widen(state, lastRing) },
  cancelIncident: {
    text: ({ reason }) => reason,
    decide: (state, { textId: reason }) => cancel(state, { reason }),
  },
  standDown: { decide: (state, { body }) => standDown(state, body) },
  controlIncident: { text: noteOf, decide: (state, { textId: note }) => control(state, { note }) },
  resumeIncident: { text: noteOf, decide: (state, { textId: note }) => resume(state, { note }) },
  closeIncident: { text: noteOf, decide: (state, { textId: note }) => close(state, { note }) },
  trcIncident: {
    decide: (state, { body: { step, at }, now }) => trc(state, { step, at: toldMoment('body.at', at, now) }),
  },
  acknowledgeAlarm: { decide: (state, { body }) => acknowledgeAlarm(state, body) },
}
