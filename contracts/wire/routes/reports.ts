import { z } from 'zod'
import { Impact } from '#contracts/domain/incident/impact.ts'
import { Instant } from '#contracts/domain/instant.ts'
import { AfterAction, MonthlyFigures } from './report-views.ts'
import type { Route } from './route.ts'
import { IncidentDetail } from './views.ts'

const Id = z.strictObject({ id: z.string().min(1).max(80) })
const moment = z.iso.datetime({ offset: true })
const words = z.string().trim().min(1).max(2000).optional()

/** What is written about incidents. */
export const reportRoutes = {
  incidentSitrep: {
    method: 'get',
    path: '/incidents/:id/sitrep',
    action: 'report.read',
    summary: 'The situation report of one incident as WhatsApp text, as it stood at a moment.',
    params: Id,
    query: z.strictObject({ at: moment.optional() }),
    status: 200,
    response: z.object({ text: z.string(), at: Instant }),
  },
  periodSitrep: {
    method: 'get',
    path: '/reports/recap',
    action: 'report.read',
    summary: 'All incidents of a period of 31 days at most as WhatsApp text, as they stood at its end.',
    query: z.strictObject({ from: moment, to: moment }),
    status: 200,
    response: z.object({ text: z.string(), at: Instant, incidents: z.int() }),
  },
  afterAction: {
    method: 'get',
    path: '/incidents/:id/after-action',
    action: 'report.read',
    summary: 'What came of one incident: times, people by number, what went late.',
    params: Id,
    status: 200,
    response: AfterAction,
  },
  afterActionPaper: {
    method: 'get',
    path: '/incidents/:id/after-action.pdf',
    action: 'report.read',
    summary: 'The same on paper.',
    params: Id,
    status: 200,
    media: 'application/pdf',
    response: z.instanceof(Uint8Array),
  },
  monthlyFigures: {
    method: 'get',
    path: '/reports/months/:month',
    action: 'report.read',
    summary: 'The response of one month (`2026-01`, in WITA) in numbers.',
    params: z.strictObject({ month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'a month like 2026-01') }),
    status: 200,
    response: MonthlyFigures,
  },
  recordImpact: {
    method: 'post',
    path: '/incidents/:id/impact',
    action: 'incident.assess',
    summary:
      'What the event has done, as it is known now: people, houses, condition, efforts, urgent needs; null is not known yet.',
    params: Id,
    body: z
      .strictObject({
        ...Impact.shape,
        cause: words,
        condition: words,
        efforts: words,
        urgentNeeds: words,
        /** When the record was made that this one replaces, null when there was none; another one is refused. Absent: whatever it was. */
        expected: Instant.nullable().optional(),
      })
      .refine(
        ({ expected: _expected, ...told }) =>
          Object.values(told).some((known) => known !== null && known !== undefined),
        'nothing is told',
      ),
    status: 200,
    response: IncidentDetail,
  },
} as const satisfies Record<string, Route>
