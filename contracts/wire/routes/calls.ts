import { z } from 'zod'
import { CallReason } from '#contracts/domain/words.ts'
import type { Route } from './route.ts'
import { IncidentDetail, VolunteerView } from './views.ts'

const id = z.string().min(1).max(80)
const Id = z.strictObject({ id })
const note = z.string().trim().min(1).max(500).optional()

/** `lainnya` wants a note. */
const Why = z.strictObject({ reason: CallReason, note })

/** The number, in the answer to this very call only: a repeat of it shows none. */
const Shown = { phone: z.string().nullable().default(null) }

/** Calls about an incident, and numbers that the screens show masked. */
export const callRoutes = {
  planCallback: {
    method: 'post',
    path: '/incidents/:id/callback',
    action: 'incident.call',
    summary: 'Whoever reported it is to be called back at a moment.',
    params: Id,
    body: z.strictObject({ at: z.iso.datetime({ offset: true }) }),
    status: 200,
    response: IncidentDetail,
  },
  finishCallback: {
    method: 'post',
    path: '/incidents/:id/callback/done',
    action: 'incident.call',
    summary: 'He was called back.',
    params: Id,
    body: z.strictObject({ note }),
    status: 200,
    response: IncidentDetail,
  },
  showIncidentPhone: {
    method: 'post',
    path: '/incidents/:id/phone',
    action: 'incident.call',
    summary: 'The number of the reporter, or of a volunteer who takes part; who asked and why is a fact.',
    params: Id,
    /** Without a volunteer: the reporter. */
    body: Why.extend({ volunteerId: id.optional() }),
    status: 200,
    response: IncidentDetail.extend(Shown),
  },
  showVolunteerPhone: {
    method: 'post',
    path: '/volunteers/:id/phone',
    action: 'volunteer.call',
    summary:
      'The number of a volunteer who is on duty, bound or in need; of anybody for who keeps the registry.',
    params: Id,
    body: Why,
    status: 200,
    response: VolunteerView.extend(Shown),
  },
} as const satisfies Record<string, Route>
