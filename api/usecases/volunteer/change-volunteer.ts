import type { Instant } from '#contracts/domain/instant.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { VolunteerFactBody } from '#contracts/domain/volunteer/facts.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Change, Op } from '#contracts/store/ledger.ts'
import type { TextRef } from '#contracts/store/texts.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'

/** Changes a volunteer who exists, and tells what it came to. @throws Refusal `not_found` also for another agency's, and those of `decide`; NotSaved */
export const recordChange = (
  context: Pick<Context, 'store'>,
  op: Op,
  id: string,
  decide: (state: Volunteer, now: Instant) => VolunteerFactBody[],
): Promise<Change<'volunteer'>> =>
  context.store.ledger.change('volunteer', id, op, (state, now) => {
    if (state === null || state.agencyId !== op.agencyId) throw new Refusal('not_found')
    return decide(state, now)
  })

/** The same, for whoever wants to know no more than that it happened. */
export const changeVolunteer = async (...change: Parameters<typeof recordChange>): Promise<Changed> => {
  await recordChange(...change)
  return { kind: 'volunteer', id: change[2] }
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

/**
 * Keeps free text about a volunteer, before the fact that names it. Nobody writes about somebody who has left, who is
 * forgotten. @throws Refusal `illegal_move`
 */
export const keepAbout = async (
  { store }: Pick<Context, 'store'>,
  { id, agencyId, standing }: Pick<Volunteer, 'id' | 'agencyId' | 'standing'>,
  body: string,
): Promise<TextRef> => {
  if (standing === 'withdrawn') throw new Refusal('illegal_move', { from: standing })
  return store.texts.keep(agencyId, id, body)
}
