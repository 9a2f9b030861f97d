import type { Instant } from '../../instant.ts'
import { Refusal } from '../../refusal.ts'
import { isLongOver, takesPart } from '../calling.ts'
import type { IncidentFactBody, IncidentFactOf } from '../facts.ts'
import { mustBeOpen } from '../moves.ts'
import { awaitsCallback } from '../read.ts'
import type { Incident } from '../state.ts'

/** The reporter is to be called back at a moment; another moment takes the place of the last. @throws Refusal `closed_incident`, `no_reporter`, `already_done` */
export const planCallback = (state: Incident, { at }: { at: Instant }): IncidentFactBody[] => {
  mustBeOpen(state)
  if (state.reporterId === null) throw new Refusal('no_reporter')
  if (awaitsCallback(state) && state.callback?.at === at) throw new Refusal('already_done')
  return [{ type: 'callback.planned', data: { at } }]
}

/** He was called, also after the end. @throws Refusal `already_done` when nobody waits for a call */
export const finishCallback = (state: Incident, { note }: { note: string | null }): IncidentFactBody[] => {
  if (!awaitsCallback(state)) throw new Refusal('already_done')
  return [{ type: 'callback.done', data: { note } }]
}

/**
 * Somebody wants a number that the screens show masked: of the reporter while the incident is open, a day longer and as
 * long as he waits for a call; of a volunteer while he takes part, or was called home and may not know of it.
 * @throws Refusal `no_reporter`, `closed_incident`, `not_taking_part`
 */
export const showPhone = (
  state: Incident,
  input: IncidentFactOf<'phone.shown'>['data'],
  now: Instant,
): IncidentFactBody[] => {
  const { volunteerId } = input
  if (volunteerId === null) {
    if (state.reporterId === null) throw new Refusal('no_reporter')
    if (isLongOver(state, now) && !awaitsCallback(state)) throw new Refusal('closed_incident')
  } else if (!takesPart(state, volunteerId, now)) throw new Refusal('not_taking_part')
  return [{ type: 'phone.shown', data: input }]
}
