import type { Actor } from '#contracts/domain/fact.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Role } from '#contracts/domain/roles.ts'
import { createUser as create } from '#contracts/domain/user/user.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import { createCredentials } from '#contracts/store/credentials.ts'
import type { Platform } from '#contracts/store/open.ts'
import { hashPassword } from '../session/passwords.ts'

export interface UserInput {
  agencyId: string
  login: string
  displayName: string
  password: string
  role: Role
  /** The only partner that a partner_admin sees. */
  partnerId?: string
}

/** Sign-in names are told apart without case and surrounding space. */
export const plainLogin = (login: string): string => login.trim().toLowerCase()

/**
 * Creates somebody who can sign in. Begun and not finished, it can be done again.
 * @throws Refusal `login_taken`
 */
export const createUser = async (
  platform: Platform,
  input: UserInput,
  by: Actor,
): Promise<{ userId: string }> => {
  const { agencyId, displayName, role } = input
  const login = plainLogin(input.login)
  const userId = derivedId('usr', login)
  if ((await platform.store.ledger.load('user', userId)) !== null) throw new Refusal('login_taken')
  await createCredentials(platform.store.models).keep({
    _id: userId,
    agencyId,
    login,
    displayName,
    passwordHash: await hashPassword(input.password),
  })
  await platform.store.ledger.change(
    'user',
    userId,
    { opId: `setup:${userId}:create`, agencyId, by },
    (state) => create(state, { role, partnerId: input.partnerId ?? null }),
  )
  return { userId }
}
