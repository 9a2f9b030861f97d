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
 * Creates somebody who can sign in. Of several who choose one name at the same time one has it: the ledger decides, and only
 * then is his password kept. Begun and not finished, it can be done again: by the same `opId`, or, without one, as long as he
 * has no password.
 * @throws Refusal `login_taken`
 */
export const createUser = async (
  { store }: Platform,
  input: UserInput,
  by: Actor,
  opId?: string,
): Promise<{ userId: string }> => {
  const { agencyId, displayName, role } = input
  const login = plainLogin(input.login)
  const userId = derivedId('usr', login)
  const op = { opId: opId ?? `setup:${userId}:create`, agencyId, by }
  const passwordHash = await hashPassword(input.password)
  const isBegun = (await store.ledger.done('user', userId, op.opId)) !== null
  if (!isBegun)
    await store.ledger.change('user', userId, op, (state) => {
      if (state !== null) throw new Refusal('login_taken')
      return create(state, { role, partnerId: input.partnerId ?? null })
    })
  const credentials = createCredentials(store.models)
  const credential = { _id: userId, agencyId, login, displayName, passwordHash }
  // Whoever repeats what he himself began has not seen the password of the first time.
  if (isBegun && opId !== undefined) await credentials.keep(credential)
  else await credentials.add(credential)
  return { userId }
}
