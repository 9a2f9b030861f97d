import { plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import type { VolunteerFactBody } from '#contracts/domain/volunteer/facts.ts'
import { recordTraining } from '#contracts/domain/volunteer/fitness.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { SamplePerson } from './people.ts'

const DAY_S = 24 * 3600
const VALID_S = 330 * DAY_S
const LAPSED_S = -20 * DAY_S

/** Of the sample volunteers, one in 24 let his training lapse and one in 36 his insurance: a city as it is. */
const trainingLapsed = ({ number }: SamplePerson): boolean => number % 24 === 13
const insuranceLapsed = ({ number }: SamplePerson): boolean => number % 36 === 22

/** Training and insurance of a sample volunteer; first aiders have the advanced training. */
export const recordPapers = (state: Volunteer, person: SamplePerson, now: Instant): VolunteerFactBody[] => {
  const valid = plusSeconds(now, VALID_S)
  const lapsed = plusSeconds(now, LAPSED_S)
  const insuredUntil = insuranceLapsed(person) ? lapsed : valid
  return [
    ...recordTraining(state, { course: 'dasar', until: trainingLapsed(person) ? lapsed : valid }),
    ...(person.skills.includes('p3k') ? recordTraining(state, { course: 'lanjutan', until: valid }) : []),
    { type: 'volunteer.updated', data: { insuredUntil } },
  ]
}
