import { desk } from '../id/desk.ts'
import { partners } from '../id/partners.ts'
import { people } from '../id/people.ts'
import { reports } from '../id/reports.ts'
import { wall } from '../id/wall.ts'

/** What the pages beside the operation say, in Indonesian; fetched with the first of them. */
export const officeId = { desk, partners, people, reports, wall }
