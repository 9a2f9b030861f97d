import { handOver } from '#contracts/domain/shift/shift.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { takeSheet } from '../../queries/take-sheet.ts'
import { shiftDoc } from '../../queries/shifts.ts'
import { changeShift } from './change-shift.ts'

/** Ends a shift and keeps what it leaves behind. @throws Refusal `not_found`, `already_done`; NotSaved */
export const handOverShift = async (
  context: Context,
  op: Op,
  id: string,
  text: string | undefined,
): Promise<Changed> => {
  await shiftDoc(context, op.agencyId, id)
  const note = text === undefined ? null : await context.store.texts.keep(op.agencyId, id, text)
  const sheet = await takeSheet(context, op.agencyId)
  return changeShift(context, op, id, (state) => handOver(state, { note, sheet }))
}
