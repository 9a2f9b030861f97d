import type { coverageRoutes } from '#contracts/wire/routes/coverage.ts'
import { readCoverage } from '../queries/coverage.ts'
import type { Handlers } from './handler.ts'

export const coverageHandlers: Handlers<typeof coverageRoutes> = {
  readCoverage: (context, { caller, query }) => readCoverage(context, caller.agencyId, Number(query.minutes)),
}
