import type { Incident } from '#contracts/domain/incident/state.ts'
import { useVolunteer } from '../../api/queries.ts'
import { useLive } from '../../live/provider.tsx'
import { useMay } from '../../session/context.tsx'
import { useText } from '../../text/context.tsx'
import { needName } from '../incident/names.ts'
import { useAreas } from '../shared/areas.ts'
import { useLastPlace } from '../shared/last-place.ts'
import type { StandingAlarm } from './sort.ts'

/** The incident that an alarm is about, as folded; undefined for the call of somebody who is on no task. */
export const useAlarmed = ({ incidentId }: StandingAlarm): Incident | undefined =>
  useLive(({ city }) => city?.incidents.get(incidentId ?? '')?.state)

/** The name of the need or the person that an alarm is about; people are read only for the few alarms about one. */
export const useSubject = (alarm: StandingAlarm): string | null => {
  const { what, volunteerId, subject } = alarm
  const text = useText()
  const isPersonal = what === 'sos' || what === 'undelivered' || volunteerId !== null
  const may = useMay()
  const volunteer = useVolunteer(
    volunteerId ?? '',
    isPersonal && volunteerId !== null && may('volunteer.read'),
  )
  const need = useAlarmed(alarm)?.needs.find(({ id }) => id === subject)
  if (need) return needName(text, need)
  return isPersonal ? (volunteer.data?.displayName ?? null) : null
}

/** `Angin kencang, Solor · 0004`: where an operator has to look; where he was last, of somebody who is on no task. */
export const useWhere = (alarm: StandingAlarm): string | null => {
  const { labels } = useText()
  const areas = useAreas()
  const incident = useAlarmed(alarm)
  const lastPlace = useLastPlace(alarm.volunteerId ?? '')
  if (alarm.incidentId === null) return lastPlace
  if (incident === undefined) return alarm.number
  return `${labels.hazard[incident.hazard]}, ${areas.nameOf(incident.place)} · ${incident.number.split('-').at(-1) ?? ''}`
}
