import { coverage } from '../id/coverage.ts'
import { desk } from '../id/desk.ts'
import { papers } from '../id/papers.ts'
import { partners } from '../id/partners.ts'
import { people } from '../id/people.ts'
import { settings } from '../id/settings.ts'
import { reports } from '../id/reports.ts'
import { wall } from '../id/wall.ts'
import { zoneEdit } from '../id/zone-edit.ts'

/** What the pages beside the operation say, in Indonesian; fetched with the first of them. */
export const officeId = { coverage, desk, papers, partners, people, reports, settings, wall, zoneEdit }
