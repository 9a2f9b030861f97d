import type { procedureRoutes } from '#contracts/wire/routes/procedure.ts'
import { listProcedureChanges, readProcedure } from '../queries/procedure.ts'
import { changeProcedure } from '../usecases/procedure/change-procedure.ts'
import type { Handlers } from './handler.ts'

export const procedureHandlers: Handlers<typeof procedureRoutes> = {
  readProcedure: (context, { caller }) => readProcedure(context, caller.agencyId),
  listProcedureChanges: (context, { caller }) => listProcedureChanges(context, caller.agencyId),
  changeProcedure: (context, { op, body }) => changeProcedure(context, op, body),
}
