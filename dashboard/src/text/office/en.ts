import type { OfficeWords } from './use-office-text.ts'
import { coverage } from '../en/coverage.ts'
import { desk } from '../en/desk.ts'
import { papers } from '../en/papers.ts'
import { partners } from '../en/partners.ts'
import { people } from '../en/people.ts'
import { settings } from '../en/settings.ts'
import { reports } from '../en/reports.ts'
import { wall } from '../en/wall.ts'
import { zoneEdit } from '../en/zone-edit.ts'

export const officeEn = {
  coverage,
  desk,
  papers,
  partners,
  people,
  reports,
  settings,
  wall,
  zoneEdit,
} satisfies OfficeWords
