import { changePassword as change } from '#contracts/domain/user/user.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Caller } from '../../caller.ts'
import type { Changed, Shown } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { invalid, Trouble } from '../../trouble.ts'
import { hashPassword } from '../session/passwords.ts'
import { changeUser, endSessions } from './change-user.ts'

const keep = async (context: Context, op: Op, userId: string, password: string): Promise<Changed> => {
  const credential = await context.credentials.ofUser(userId)
  if (credential === null) throw new Trouble('not_found')
  const passwordHash = await hashPassword(password)
  const changed = await changeUser(context, op, userId, change)
  await context.credentials.keep({ ...credential, passwordHash })
  return changed
}

/**
 * Another password for oneself; every other sign-in ends. Guessing the present one is limited as at the door.
 * @throws Trouble `invalid` when the present one is wrong, `too_many`; NotSaved
 */
export const changePassword = async (
  context: Context,
  { userId, sid }: Caller,
  op: Op,
  { present, next }: { present: string; next: string },
): Promise<Changed> => {
  const { credentials, signInLimits, passwords } = context
  const credential = await credentials.ofUser(userId)
  const attempt = { login: credential?.login ?? userId, address: `password:${userId}` }
  await signInLimits.spend(attempt)
  if (!(await passwords.fits(credential?.passwordHash ?? null, present)))
    throw invalid('body.present', 'is not the present password')
  await signInLimits.forgive(attempt)
  const changed = await keep(context, op, userId, next)
  await endSessions(context, userId, sid)
  return changed
}

/** A new password for somebody who lost his; all his sign-ins end. @throws Refusal `not_found`; NotSaved */
export const resetPassword = async (context: Context, op: Op, userId: string): Promise<Changed & Shown> => {
  const password = context.newPassword()
  const changed = await keep(context, op, userId, password)
  await endSessions(context, userId)
  return { ...changed, shown: { password } }
}
