import { z } from 'zod'
import { incidentStatuses } from '#contracts/domain/incident/words.ts'
import { Instant } from '#contracts/domain/instant.ts'
import { HandoverSheet } from '#contracts/domain/shift/handover-sheet.ts'
import { LogCategory } from '#contracts/domain/shift/shift.ts'
import { Hazard, Severity, TaskType, Vehicle } from '#contracts/domain/words.ts'
import { ZoneKind } from '#contracts/domain/zone/zone.ts'
import type { Route } from './route.ts'

const id = z.string().min(1).max(80)
const Id = z.strictObject({ id })
const words = z.string().trim().min(1).max(2000)
const moment = z.iso.datetime({ offset: true })
const count = z.int().nonnegative()
const Subject = z.object({ incidentId: z.string(), number: z.string() })

/** What one crew leaves to the next; `hash` is the anchor of the ledger up to `seq`. */
export const SheetView = z.object({
  at: Instant,
  seq: count,
  hash: z.string().nullable(),
  incidents: z.array(
    Subject.extend({
      title: z.string(),
      hazard: Hazard,
      severity: Severity,
      status: z.enum(incidentStatuses),
      wanted: count,
      filled: count,
    }),
  ),
  stalled: z.array(Subject.extend({ task: TaskType.nullable() })),
  out: z.array(Subject.extend({ name: z.string(), state: z.string() })),
  alarms: z.array(Subject.extend({ what: z.string(), acknowledged: z.boolean() })),
  /** Null, as what follows: a sheet of an older release, which did not keep it. */
  callbacks: z.array(Subject.extend({ due: Instant })).nullable(),
  zones: z
    .array(
      z.object({
        id: z.string(),
        kind: ZoneKind,
        bars: z.array(Vehicle),
        from: Instant,
        until: Instant,
        reason: z.string(),
        drill: z.boolean(),
      }),
    )
    .nullable(),
  /** Who called for help outside a task. */
  sos: z.array(z.object({ volunteerId: z.string(), name: z.string(), since: Instant })).nullable(),
  /** How many more there were of each than the sheet holds, the least grave; null: it holds all. */
  left: HandoverSheet.shape.left.unwrap().nullable(),
})
export type SheetView = z.infer<typeof SheetView>

export const LogEntryView = z.object({
  entryId: z.string(),
  at: Instant,
  byName: z.string(),
  category: LogCategory,
  /** Null: erased. */
  text: z.string().nullable(),
  late: z.boolean(),
  corrects: z.string().nullable(),
})
export type LogEntryView = z.infer<typeof LogEntryView>

export const ShiftView = z.object({
  id: z.string(),
  version: z.int(),
  startedAt: Instant,
  cutoffAt: Instant,
  crew: z.array(z.string()),
  entries: z.array(LogEntryView),
  handedOver: z
    .object({ at: Instant, byName: z.string(), note: z.string().nullable(), sheet: SheetView })
    .nullable(),
})
export type ShiftView = z.infer<typeof ShiftView>

/** Piket: who is on duty in the control room, and what they write down. */
export const shiftRoutes = {
  listShifts: {
    method: 'get',
    path: '/shifts',
    action: 'shift.read',
    summary: 'Shifts with their log, the present one first.',
    query: z.strictObject({
      before: moment.optional(),
      limit: z.coerce.number().int().min(1).max(30).default(10),
    }),
    status: 200,
    response: z.object({ shifts: z.array(ShiftView), next: Instant.nullable() }),
  },
  handoverSheet: {
    method: 'get',
    path: '/shift-sheet',
    action: 'shift.read',
    summary:
      'What would be handed over now: open incidents, stalled needs, people out, alarms, promised calls, danger zones, calls for help, the chain.',
    status: 200,
    response: SheetView,
  },
  startShift: {
    method: 'post',
    path: '/shifts',
    action: 'shift.write',
    summary: 'A crew comes on duty; what is written after the cut-off is marked late.',
    body: z.strictObject({
      crew: z.array(z.string().trim().min(1).max(80)).min(1).max(20),
      cutoffAt: moment,
    }),
    status: 201,
    response: ShiftView,
  },
  logEntry: {
    method: 'post',
    path: '/shifts/:id/entries',
    action: 'shift.write',
    summary: 'Write into the log. Entries are never changed, only corrected by a further one.',
    params: Id,
    body: z.strictObject({ category: LogCategory, text: words, corrects: id.optional() }),
    status: 201,
    response: ShiftView,
  },
  handOverShift: {
    method: 'post',
    path: '/shifts/:id/hand-over',
    action: 'shift.write',
    summary: 'End the shift; the handover sheet is kept as it stands now.',
    params: Id,
    body: z.strictObject({ note: words.optional() }),
    status: 200,
    response: ShiftView,
  },
} as const satisfies Record<string, Route>
