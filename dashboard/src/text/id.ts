import { codes } from './id/codes.ts'
import { common } from './id/common.ts'
import { contact } from './id/contact.ts'
import { dialogs } from './id/dialogs.ts'
import { incident } from './id/incident.ts'
import { labels } from './id/labels.ts'
import { match } from './id/match.ts'
import { phone } from './id/phone.ts'
import { report } from './id/report.ts'
import { ringing } from './id/ringing.ts'
import { timeline } from './id/timeline.ts'
import { volunteers } from './id/volunteers.ts'
import { zones } from './id/zones.ts'

/** Everything the dashboard says, in Indonesian. Other languages follow its shape. */
export const id = {
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
}
