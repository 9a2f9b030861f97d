import { letGo } from '#contracts/domain/incident/commands/withdraw.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { withdrawVolunteer as withdraw } from '#contracts/domain/volunteer/commands.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { isHold } from '#contracts/store/holds.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { changeVolunteer, readVolunteer } from './change-volunteer.ts'
import { forget } from './forget.ts'

type Leaving = Pick<Context, 'store' | 'presence' | 'sessions' | 'clock'>

/**
 * Takes back what he was asked, so that nothing binds him. Who is bound as a volunteer of another partner, or just now
 * changed by somebody else, is busy. @throws Refusal `on_task`, `person_busy`
 */
const unbind = async (
  { store }: Pick<Context, 'store'>,
  op: Op,
  { id, personKey }: Volunteer,
): Promise<void> => {
  const claim = await store.claims.boundOf(personKey)
  if (claim === null || isHold(claim)) return
  if (claim.volunteerId !== id) throw new Refusal('person_busy')
  const { incidentId, offerId } = claim
  await store.incidents.change(incidentId, { ...op, opId: `${op.opId}:${offerId}` }, (state) =>
    letGo(state, id),
  )
  await store.claims.free(claim)
}

/**
 * A volunteer takes back his consent and leaves, for good: off duty, what he was asked is withdrawn and somebody else is
 * asked, and who he was is erased. He may come anew, as somebody of whom nothing is known.
 * @throws Refusal `not_found`, `illegal_move`, `on_task` while he is out, `person_busy` while he is bound otherwise; NotSaved
 */
export const withdrawVolunteer = async (context: Leaving, op: Op, id: string): Promise<Changed> => {
  const before = await readVolunteer(context, op.agencyId, id)
  const { personKey, standing } = before
  if (standing !== 'withdrawn') await unbind(context, op, before)
  const held = { agencyId: op.agencyId, volunteerId: id, personKeys: [personKey] }
  try {
    return await context.store.whileHeld(held, (isBound) =>
      changeVolunteer(context, op, id, (state) => withdraw(state, isBound)),
    )
  } finally {
    const after = await readVolunteer(context, op.agencyId, id)
    if (after.standing === 'withdrawn') {
      await forget(context, after)
      await context.sessions.killAll(id, context.clock.now().toISOString())
    }
  }
}
