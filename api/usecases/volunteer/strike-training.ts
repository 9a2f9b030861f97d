import type { Course } from '#contracts/domain/volunteer/facts.ts'
import { strikeTraining as strike } from '#contracts/domain/volunteer/fitness.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { changeVolunteer, keepAbout, readVolunteer } from './change-volunteer.ts'

/** A training that was recorded by mistake, and why. @throws Refusal `not_found`, `nothing_to_change`, `illegal_move`; NotSaved */
export const strikeTraining = async (
  context: Context,
  op: Op,
  id: string,
  { course, note }: { course: Course; note: string },
): Promise<Changed> => {
  const volunteer = await readVolunteer(context, op.agencyId, id)
  const { textId: reason } = await keepAbout(context, volunteer, note)
  return changeVolunteer(context, op, id, (state, now) => strike(state, { course, reason }, now))
}
