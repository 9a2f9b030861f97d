import type { IncidentDetail, VolunteerView } from '#contracts/wire/routes/views.ts'
import { useAct, type Acting } from './act.ts'
import { absorbIncident, absorbVolunteer, doubtIncident, doubtVolunteers } from './cache.ts'
import type { Answer } from './types.ts'

/** What is kept on the screen of an answer that shows a number: all but the number. */
const masked = <T extends { phone: string | null }>(answer: T): Omit<T, 'phone'> => {
  const { phone: _phone, ...view } = answer
  return view
}

export type OnPhone = (phone: string | null) => void

/** The number of the reporter, or of a volunteer who takes part. */
export const useShowIncidentPhone = (onPhone: OnPhone): Acting<'showIncidentPhone'> =>
  useAct('showIncidentPhone', {
    onDone: ({ phone }: Answer<'showIncidentPhone'>) => onPhone(phone),
    onAnswer: (queries, answer) => absorbIncident(queries, masked(answer) satisfies IncidentDetail),
    onRefusal: (queries, input) => doubtIncident(queries, input.params),
  })

export const useShowVolunteerPhone = (onPhone: OnPhone): Acting<'showVolunteerPhone'> =>
  useAct('showVolunteerPhone', {
    onDone: ({ phone }: Answer<'showVolunteerPhone'>) => onPhone(phone),
    onAnswer: (queries, answer) => absorbVolunteer(queries, masked(answer) satisfies VolunteerView),
    onRefusal: (queries) => doubtVolunteers(queries),
  })
