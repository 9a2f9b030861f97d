import { Refusal } from '#contracts/domain/refusal.ts'
import type { User, UserFactBody } from '#contracts/domain/user/user.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'

/** Changes a user who exists. @throws Refusal `not_found` also for another agency's, and those of `decide`; NotSaved */
export const changeUser = async (
  context: Context,
  op: Op,
  id: string,
  decide: (state: User) => UserFactBody[],
): Promise<Changed> => {
  await context.store.ledger.change('user', id, op, (state) => {
    if (state === null || state.agencyId !== op.agencyId) throw new Refusal('not_found')
    return decide(state)
  })
  return { kind: 'user', id }
}

/** Ends the sign-ins of a user, but perhaps one; they are believed here no longer, elsewhere for some seconds. */
export const endSessions = async (
  { sessions, standing, clock }: Context,
  userId: string,
  except: string | null = null,
): Promise<void> => {
  const ended = await sessions.killAll(userId, clock.now().toISOString(), except)
  ended.forEach(standing.forget)
}
