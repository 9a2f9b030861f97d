import type { Instant } from '#contracts/domain/instant.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { VolunteerFactBody } from '#contracts/domain/volunteer/facts.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'

/** Changes a volunteer who exists. @throws Refusal `not_found` also for another agency's, and those of `decide`; NotSaved */
export const changeVolunteer = async (
  context: Pick<Context, 'store'>,
  op: Op,
  id: string,
  decide: (state: Volunteer, now: Instant) => VolunteerFactBody[],
): Promise<Changed> => {
  await context.store.ledger.change('volunteer', id, op, (state, now) => {
    if (state === null || state.agencyId !== op.agencyId) throw new Refusal('not_found')
    return decide(state, now)
  })
  return { kind: 'volunteer', id }
}

/** The volunteer as he stands. @throws Refusal `not_found` also for another agency's */
export const readVolunteer = async (
  context: Pick<Context, 'store'>,
  agencyId: string,
  id: string,
): Promise<Volunteer> => {
  const doc = await context.store.ledger.load('volunteer', id)
  if (doc === null || doc.agencyId !== agencyId) throw new Refusal('not_found')
  return doc.state
}
