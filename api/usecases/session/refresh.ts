import { plusSeconds } from '#contracts/domain/instant.ts'
import type { Context } from '../../context.ts'
import { Trouble } from '../../trouble.ts'
import { hashOf, issue, type SignedIn } from './issue.ts'

/** Two tabs may renew with the same token at nearly the same time, and an answer may get lost on its way. */
const GRACE_S = 10

/**
 * A new access token for a refresh token, which is used up. Used again after the grace it was stolen, or copied: the
 * whole family dies.
 * @throws Trouble `not_signed_in`
 */
export const refresh = async (context: Context, refreshToken: string): Promise<SignedIn> => {
  const { sessions, clock, log } = context
  const hash = hashOf(refreshToken)
  const held = await sessions.find(hash)
  const now = clock.now().toISOString()
  if (held === null || held.expiresAt <= now || held.revokedAt !== null) throw new Trouble('not_signed_in')
  if (held.rotatedAt !== null && plusSeconds(held.rotatedAt, GRACE_S) < now) {
    await sessions.kill(held.family, now)
    log.warn({ userId: held.userId, sid: held.family }, 'a used refresh token came again: sign-in ended')
    throw new Trouble('not_signed_in')
  }
  const user = await context.store.ledger.load('user', held.userId)
  if (user === null || user.state.status !== 'enabled' || (await sessions.isDead(held.family)))
    throw new Trouble('not_signed_in')
  const { agencyId } = user
  const { role, partnerId } = user.state
  const caller = { userId: user._id, sid: held.family, role, agencyId, partnerId }
  const signedIn = await issue(context, caller, held.device)
  // The new one is stored before the old one is used up: a crash in between leaves the sign-in alive.
  await sessions.rotate(hash, now)
  return signedIn
}
