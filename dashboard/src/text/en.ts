import type { Catalogue } from './catalogue.ts'
import { codes } from './en/codes.ts'
import { common } from './en/common.ts'
import { contact } from './en/contact.ts'
import { dialogs } from './en/dialogs.ts'
import { incident } from './en/incident.ts'
import { labels } from './en/labels.ts'
import { match } from './en/match.ts'
import { phone } from './en/phone.ts'
import { report } from './en/report.ts'
import { ringing } from './en/ringing.ts'
import { timeline } from './en/timeline.ts'
import { volunteers } from './en/volunteers.ts'
import { zones } from './en/zones.ts'

export const en = {
  ...common,
  codes,
  contact,
  incident,
  dialogs,
  phone,
  report,
  volunteers,
  labels,
  match,
  ringing,
  timeline,
  zones,
} satisfies Catalogue
