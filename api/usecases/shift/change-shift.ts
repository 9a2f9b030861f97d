import type { Instant } from '#contracts/domain/instant.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Shift, ShiftFactBody } from '#contracts/domain/shift/shift.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'

/** Changes a shift that exists. @throws Refusal `not_found` also for another agency's, and those of `decide`; NotSaved */
export const changeShift = async (
  { store }: Context,
  op: Op,
  id: string,
  decide: (state: Shift, now: Instant) => ShiftFactBody[],
): Promise<Changed> => {
  await store.ledger.change('shift', id, op, (state, now) => {
    if (state === null || state.agencyId !== op.agencyId) throw new Refusal('not_found')
    return decide(state, now)
  })
  return { kind: 'shift', id }
}
