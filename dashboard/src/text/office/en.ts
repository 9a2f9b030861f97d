import type { OfficeWords } from './use-office-text.ts'
import { desk } from '../en/desk.ts'
import { partners } from '../en/partners.ts'
import { people } from '../en/people.ts'
import { reports } from '../en/reports.ts'
import { wall } from '../en/wall.ts'

export const officeEn = { desk, partners, people, reports, wall } satisfies OfficeWords
