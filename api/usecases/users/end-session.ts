import { Refusal } from '#contracts/domain/refusal.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { userDoc } from '../../queries/users.ts'

/** One sign-in of somebody ends. @throws Refusal `not_found`, `already_done` */
export const endSession = async (
  context: Context,
  { agencyId }: Op,
  { id, sid }: { id: string; sid: string },
): Promise<Changed> => {
  await userDoc(context, agencyId, id)
  const { sessions, clock, standing } = context
  const now = clock.now().toISOString()
  if ((await sessions.ofUsers([id], now)).every(({ family }) => family !== sid))
    throw new Refusal('already_done')
  await sessions.kill(sid, now)
  standing.forget(sid)
  return { kind: 'user', id }
}
