import type { Photo } from '#contracts/domain/incident/state.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { personName } from './names.ts'

interface PhotoWords {
  /** Whose it is: the volunteer who took it, or who of the staff added it. */
  name: string
  saying: (time: string) => string
}

export const photoWords = (
  detail: Pick<IncidentDetail, 'incident' | 'people' | 'staff'>,
  { from, by }: Photo,
  { contact, incident: words }: Catalogue,
): PhotoWords => {
  if (by !== undefined) {
    const name = detail.staff[by] ?? contact.staff
    return { name, saying: (time) => contact.staffPhoto(name, time) }
  }
  const volunteerId = detail.incident.assignments.find(({ id }) => id === from)?.volunteerId ?? ''
  const name = personName(detail, volunteerId, words.team.unknown)
  return { name, saying: (time) => contact.photo(name, time) }
}
