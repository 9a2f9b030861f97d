import { expect, test } from 'vitest'
import {
  changePassword,
  changeRole,
  createUser,
  evolveUser,
  setUserStatus,
  userFacts,
  type User,
  type UserFact,
  type UserFactBody,
} from '#contracts/domain/user/user.ts'
import { scenariosOf, minutes, T0 } from '../scenario.ts'

const birth = { id: 'usr_1', agencyId: '5371' }
const { given, givenNothing, after, fold } = scenariosOf<User, UserFactBody>({
  evolve: evolveUser,
  birth,
  catalogue: userFacts,
})
const identity = { role: 'operator', partnerId: null } as const
const created: UserFactBody = { type: 'user.created', data: identity }
const disabled: UserFactBody = { type: 'user.disabled', data: {} }
const enabled: UserFactBody = { type: 'user.enabled', data: {} }

test('a user is created once, enabled', () => {
  givenNothing.when(() => createUser(null, identity)).thenFacts(created)
  expect(after(created)).toEqual({ ...birth, ...identity, status: 'enabled', createdAt: T0, changedAt: T0 })
  given(created)
    .when((state) => createUser(state, identity))
    .thenRefused('already_done')
})

test('the role changes, to another one', () => {
  given(created)
    .when((state) => changeRole(state, 'supervisor'))
    .thenFacts({ type: 'user.role_changed', data: { role: 'supervisor' } })
    .thenState({ role: 'supervisor' })
  given(created)
    .when((state) => changeRole(state, 'operator'))
    .thenRefused('nothing_to_change')
})

test('a new password is a fact that tells nothing but the moment', () => {
  given(created)
    .when(changePassword, minutes(1))
    .thenFacts({ type: 'user.password_changed', data: {} })
    .thenState({ changedAt: minutes(1) })
})

test('a user is disabled and enabled, each once', () => {
  given(created)
    .when((state) => setUserStatus(state, 'disabled'))
    .thenFacts(disabled)
    .thenState({ status: 'disabled' })
  given(created, disabled)
    .when((state) => setUserStatus(state, 'enabled'))
    .thenFacts(enabled)
    .thenState({ status: 'enabled' })
  given(created)
    .when((state) => setUserStatus(state, 'enabled'))
    .thenRefused('nothing_to_change')
})

test('facts before the birth, or of a newer release, change nothing', () => {
  const newer: UserFact = JSON.parse('{"type":"user.praised","data":{},"at":"2027-01-01T00:00:00.000Z"}')
  const state = after(created)
  expect(fold([enabled])).toBeNull()
  expect(evolveUser(state, newer, birth)).toBe(state)
})
