import { changeProcedure as change } from '#contracts/domain/procedure/commands.ts'
import { procedureIdOf } from '#contracts/domain/procedure/procedure.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import type { Given } from '../../route-types.ts'

/** Other deadlines or templates for incidents reported from now on. @throws Refusal `outdated`, `nothing_to_change`; NotSaved */
export const changeProcedure = async (
  { store: { ledger, texts } }: Context,
  op: Op,
  { reason, ...wanted }: Given<Routes['changeProcedure']>['body'],
): Promise<Changed> => {
  const id = procedureIdOf(op.agencyId)
  if ((await ledger.done('procedure', id, op.opId)) === null) {
    const kept = await texts.keep(op.agencyId, id, reason)
    await ledger.change('procedure', id, op, (state) => change(state, { ...wanted, reason: kept }))
  }
  return { kind: 'procedure', id }
}
