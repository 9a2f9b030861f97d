import { logEntry as log } from '#contracts/domain/shift/shift.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { shiftDoc } from '../../queries/shifts.ts'
import type { Given } from '../../route-types.ts'
import { changeShift } from './change-shift.ts'

/** Writes into the log of a shift. @throws Refusal `not_found`, `log_full`; NotSaved */
export const logEntry = async (
  context: Context,
  op: Op,
  id: string,
  { category, text, corrects }: Given<Routes['logEntry']>['body'],
): Promise<Changed> => {
  await shiftDoc(context, op.agencyId, id)
  const kept = await context.store.texts.keep(op.agencyId, id, text)
  const entryId = derivedId('ent', id, op.opId)
  return changeShift(context, op, id, (state, now) =>
    log(state, { entryId, category, text: kept, corrects: corrects ?? null }, now),
  )
}
