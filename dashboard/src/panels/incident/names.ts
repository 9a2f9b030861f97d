import type { Incident, Need } from '#contracts/domain/incident/state.ts'
import type { IncidentDetail, IncidentSummary } from '#contracts/wire/routes/views.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import type { Names } from '../../text/sentences.ts'
import type { Areas } from '../shared/areas.ts'

type Wanted = Pick<Need, 'task' | 'vehicle' | 'skill'>

/** "Evakuasi ringan · Mobil · Berenang" */
export const needName = ({ labels }: Catalogue, { task, vehicle, skill }: Wanted): string =>
  [
    labels.task[task],
    ...(vehicle === 'any' ? [] : [labels.vehicle[vehicle]]),
    ...(skill === null ? [] : [labels.skill[skill]]),
  ].join(' · ')

export const personName = (
  detail: Pick<IncidentDetail, 'people'>,
  volunteerId: string,
  unknown: string,
): string => detail.people[volunteerId]?.displayName ?? unknown

/** The names that an incident's facts and alarms speak of. */
export const namesIn = (
  detail: IncidentDetail,
  text: Catalogue,
  areas: Areas,
  others: readonly Pick<IncidentSummary, 'id' | 'number'>[] = [],
): Names => ({
  who: (volunteerId) => personName(detail, volunteerId, text.incident.team.unknown),
  need: (needId) => {
    const need = detail.incident.needs.find(({ id }) => id === needId)
    return need ? needName(text, need) : text.incident.needs.title
  },
  area: (code) => areas.byCode(code)?.name ?? code,
  incident: (id) => others.find((one) => one.id === id)?.number ?? text.incident.timeline.otherIncident,
})

/** The need or the person that an alarm of this incident is about. */
export const subjectOf = (incident: Incident, names: Names, subject: string): string | null => {
  const assignment = incident.assignments.find(({ id }) => id === subject)
  if (assignment) return names.who(assignment.volunteerId)
  return incident.needs.some(({ id }) => id === subject) ? names.need(subject) : null
}
