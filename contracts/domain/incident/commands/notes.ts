import type { Instant } from '../../instant.ts'
import { Refusal } from '../../refusal.ts'
import type { IncidentFactBody, IncidentFactOf } from '../facts.ts'
import { mustBeOpen } from '../moves.ts'
import type { Incident } from '../state.ts'

/** A note is possible at any time, also after the end: knowledge comes late. */
export const note = (_: Incident, input: IncidentFactOf<'incident.noted'>['data']): IncidentFactBody[] => [
  { type: 'incident.noted', data: input },
]

/** The agency's own team. @throws Refusal `closed_incident`, `already_done` */
export const trc = (
  state: Incident,
  input: { step: 'departed' | 'arrived'; at: Instant },
): IncidentFactBody[] => {
  mustBeOpen(state)
  const { at } = input
  if (input.step === 'departed') {
    if (state.trc.departedAt !== null) throw new Refusal('already_done')
    return [{ type: 'trc.departed', data: { at } }]
  }
  if (state.trc.arrivedAt !== null) throw new Refusal('already_done')
  return [{ type: 'trc.arrived', data: { at } }]
}

/** A delivery that never arrived; a stand-down that did not reach somebody becomes an alarm. */
export const deliveryFailed = (
  _: Incident,
  input: IncidentFactOf<'delivery.failed'>['data'],
): IncidentFactBody[] => [{ type: 'delivery.failed', data: input }]

/** Somebody has seen it. @throws Refusal `unknown_alarm`, `already_done` */
export const acknowledgeAlarm = (state: Incident, input: { alarm: string }): IncidentFactBody[] => {
  const alarm = state.alarms.find(({ id }) => id === input.alarm)
  if (alarm === undefined) throw new Refusal('unknown_alarm')
  if (alarm.acknowledgedAt !== null) throw new Refusal('already_done')
  return [{ type: 'alarm.acknowledged', data: input }]
}
