import { suspend } from '#contracts/domain/volunteer/commands.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { changeVolunteer, keepAbout, readVolunteer } from './change-volunteer.ts'

/** No more offers for him, and why; what he is doing now he may finish. @throws Refusal `not_found`, `illegal_move`; NotSaved */
export const suspendVolunteer = async (
  context: Context,
  op: Op,
  id: string,
  note: string,
): Promise<Changed> => {
  const volunteer = await readVolunteer(context, op.agencyId, id)
  const { textId } = await keepAbout(context, volunteer, note)
  const changed = await changeVolunteer(context, op, id, (state) => suspend(state, { reason: textId }))
  await context.sessions.killAll(id, context.clock.now().toISOString())
  return changed
}
