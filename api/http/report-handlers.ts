import type { reportRoutes } from '#contracts/wire/routes/reports.ts'
import { afterAction } from '../queries/reports/after-action.ts'
import { monthlyFigures } from '../queries/reports/monthly.ts'
import { afterActionPaper } from '../queries/reports/paper.ts'
import { incidentSitrep, periodSitrep } from '../queries/reports/sitrep.ts'
import { recordImpact } from '../usecases/incident/record-impact.ts'
import type { Handlers } from './handler.ts'

export const reportHandlers: Handlers<typeof reportRoutes> = {
  incidentSitrep: (context, { caller, params, query }) =>
    incidentSitrep(context, caller.agencyId, params.id, query.at),
  periodSitrep: (context, { caller, query }) => periodSitrep(context, caller.agencyId, query),
  afterAction: (context, { caller, params }) => afterAction(context, caller.agencyId, params.id),
  afterActionPaper: (context, { caller, params }) => afterActionPaper(context, caller.agencyId, params.id),
  monthlyFigures: (context, { caller, params }) => monthlyFigures(context, caller.agencyId, params.month),
  recordImpact: (context, { op, params, body }) => recordImpact(context, op, params.id, body),
}
