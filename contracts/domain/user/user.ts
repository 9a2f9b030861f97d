import { z } from 'zod'
import type { Birth, BodiesOf, Happened } from '../fact.ts'
import type { Instant } from '../instant.ts'
import { Refusal } from '../refusal.ts'
import { Role } from '../roles.ts'

/** Every fact of a user. Sign-in name, display name and password hash lie in `credentials`. */
export const userFacts = {
  'user.created': z.object({ role: Role, partnerId: z.string().nullable() }),
  'user.role_changed': z.object({ role: Role }),
  'user.password_changed': z.object({}),
  'user.disabled': z.object({}),
  'user.enabled': z.object({}),
} as const
export type UserFactBody = BodiesOf<typeof userFacts>
export type UserFact = Happened<UserFactBody>

export interface User {
  id: string
  agencyId: string
  role: Role
  /** Set for a partner_admin: the only partner he sees. */
  partnerId: string | null
  status: 'enabled' | 'disabled'
  createdAt: Instant
  changedAt: Instant
}

const isKnown = (type: string): type is UserFact['type'] => Object.hasOwn(userFacts, type)

/** Folds one fact into a user. Total: unknown facts change nothing. */
export const evolveUser = (state: User | null, fact: UserFact, birth: Birth): User | null => {
  if (!isKnown(fact.type)) return state
  if (fact.type === 'user.created')
    return { ...birth, ...fact.data, status: 'enabled', createdAt: fact.at, changedAt: fact.at }
  return state === null ? null : { ...step(state, fact), changedAt: fact.at }
}

const step = (state: User, fact: Exclude<UserFact, { type: 'user.created' }>): User => {
  switch (fact.type) {
    case 'user.role_changed':
      return { ...state, role: fact.data.role }
    case 'user.password_changed':
      return state
    case 'user.disabled':
      return { ...state, status: 'disabled' }
    case 'user.enabled':
      return { ...state, status: 'enabled' }
    default:
      fact satisfies never
      return state
  }
}

/** @throws Refusal `already_done` */
export const createUser = (
  state: User | null,
  input: { role: Role; partnerId: string | null },
): UserFactBody[] => {
  if (state !== null) throw new Refusal('already_done')
  return [{ type: 'user.created', data: input }]
}

/** @throws Refusal `nothing_to_change` */
export const changeRole = (state: User, role: Role): UserFactBody[] => {
  if (state.role === role) throw new Refusal('nothing_to_change')
  return [{ type: 'user.role_changed', data: { role } }]
}

export const changePassword = (): UserFactBody[] => [{ type: 'user.password_changed', data: {} }]

/** @throws Refusal `nothing_to_change` */
export const setUserStatus = (state: User, status: User['status']): UserFactBody[] => {
  if (state.status === status) throw new Refusal('nothing_to_change')
  return [{ type: status === 'enabled' ? 'user.enabled' : 'user.disabled', data: {} }]
}
