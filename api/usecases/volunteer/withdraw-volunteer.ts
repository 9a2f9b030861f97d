import { withdrawVolunteer as withdraw } from '#contracts/domain/volunteer/commands.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { changeVolunteer, readVolunteer } from './change-volunteer.ts'

/** He leaves, for good. @throws Refusal `not_found`, `illegal_move`, `person_busy` while he is bound; NotSaved */
export const withdrawVolunteer = async (context: Context, op: Op, id: string): Promise<Changed> => {
  const { personKey } = await readVolunteer(context, op.agencyId, id)
  const held = { agencyId: op.agencyId, volunteerId: id, personKeys: [personKey] }
  return context.store.whileHeld(held, (isBound) =>
    changeVolunteer(context, op, id, (state) => withdraw(state, isBound)),
  )
}
