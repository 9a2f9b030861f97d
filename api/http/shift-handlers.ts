import type { shiftRoutes } from '#contracts/wire/routes/shifts.ts'
import { presentSheet } from '../queries/shift-sheet.ts'
import { listShifts } from '../queries/shifts.ts'
import { handOverShift } from '../usecases/shift/hand-over.ts'
import { logEntry } from '../usecases/shift/log-entry.ts'
import { startShift } from '../usecases/shift/start-shift.ts'
import type { Handlers } from './handler.ts'

export const shiftHandlers: Handlers<typeof shiftRoutes> = {
  listShifts: (context, { caller, query }) => listShifts(context, caller.agencyId, query),
  handoverSheet: (context, { caller }) => presentSheet(context, caller.agencyId),
  startShift: (context, { op, body }) => startShift(context, op, body),
  logEntry: (context, { op, params, body }) => logEntry(context, op, params.id, body),
  handOverShift: (context, { op, params, body }) => handOverShift(context, op, params.id, body.note),
}
