import { startShift as start } from '#contracts/domain/shift/shift.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { CREW_LINE } from '../../queries/shifts.ts'
import { invalid } from '../../trouble.ts'

/**
 * A crew comes on duty. The id follows from the shift before: whoever starts at the same moment starts the same one, and
 * one of the two hears that it was done. @throws Refusal `shift_open`, `already_done`; Trouble `invalid`; NotSaved
 */
export const startShift = async (
  context: Context,
  op: Op,
  { crew, cutoffAt }: { crew: readonly string[]; cutoffAt: string },
): Promise<Changed> => {
  const { shiftQueries, store, clock } = context
  const cutoff = new Date(cutoffAt).toISOString()
  if (cutoff <= clock.now().toISOString()) throw invalid('body.cutoffAt', 'must lie ahead')
  const [last] = await shiftQueries.latest(op.agencyId, 1)
  const mine =
    last?.state.handedOver === null && (await store.ledger.done('shift', last._id, op.opId)) !== null
  if (last !== undefined && mine) return { kind: 'shift', id: last._id }
  if (last?.state.handedOver === null) throw new Refusal('shift_open')
  const id = derivedId('shf', op.agencyId, last?._id ?? 'first')
  const kept = await store.texts.keep(op.agencyId, id, crew.join(CREW_LINE))
  await store.ledger.change('shift', id, op, (state) =>
    start(state, { crew: kept, crewSize: crew.length, cutoffAt: cutoff, after: last?._id ?? null }),
  )
  return { kind: 'shift', id }
}
