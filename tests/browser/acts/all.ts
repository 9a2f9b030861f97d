import type { Act } from './act.ts'
import { ofTheCourse } from './course.ts'
import { ofIncidents } from './incidents.ts'
import { inTheOffice, inThePeopleOffice } from './office.ts'
import { ofPeople, onPages } from './pages.ts'
import { ofPartners } from './partners.ts'
import { ofVolunteers } from './volunteers.ts'

/** Every act of the screens, in the order in which they are done: the code that somebody was sent does not last for ever. */
export const acts: readonly Act[] = [
  ...[...ofTheCourse, ...ofIncidents, ...ofVolunteers, ...inTheOffice, ...onPages].map((deed) => ({
    ...deed,
    by: 'supervisor' as const,
  })),
  ...[...ofPeople, ...inThePeopleOffice, ...ofPartners].map((deed) => ({ ...deed, by: 'admin' as const })),
]
