import type { ledgerRoutes } from '#contracts/wire/routes/ledger.ts'
import { browseLedger, checkChain } from '../queries/ledger.ts'
import type { Handlers } from './handler.ts'

export const ledgerHandlers: Handlers<typeof ledgerRoutes> = {
  browseLedger: (context, { caller, query }) => browseLedger(context, caller, query),
  checkChain: (context, { caller, query }) => checkChain(context, caller.agencyId, query),
}
