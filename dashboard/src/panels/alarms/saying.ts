import type { Alarm } from '#contracts/domain/incident/state.ts'
import { labelOf, type Catalogue } from '../../text/catalogue.ts'

/** An alarm as a sentence; `subject` is the name of the need or person it is about, when it is known. */
export const sayingOf = (
  { alarms }: Catalogue['incident'],
  alarm: Pick<Alarm, 'what' | 'detail'>,
  subject: string | null,
): string => {
  if (alarm.what === 'deadline') {
    const deadline = labelOf(alarms.deadline, alarm.detail)
    return subject === null ? deadline : `${deadline} (${subject})`
  }
  return subject === null ? alarms.kinds[alarm.what] : alarms[alarm.what](subject)
}
