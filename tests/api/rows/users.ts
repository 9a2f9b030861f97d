import { PASSWORD } from '../api-world.ts'
import { givenUsers } from '../given-users.ts'
import type { Given } from '../given.ts'
import type { Row } from './row.ts'

const none = { id: 'usr_none' }
type From = (users: ReturnType<typeof givenUsers>) => Promise<{ id: string } | string>
const usersOf = (given: Given) => givenUsers(given.world)
const idOf = (found: { id: string } | string): string => (typeof found === 'string' ? found : found.id)

const order = (
  bad: object,
  body: object | undefined,
  conflict: { code: string; from: From } | null,
  good: From,
): Row => ({
  role: 'admin',
  forbidden: 'supervisor',
  bad: { params: none, body: bad },
  missing: { params: none, body },
  ...(conflict && {
    conflict: {
      code: conflict.code,
      call: async (given: Given) => ({ params: { id: idOf(await conflict.from(usersOf(given))) }, body }),
    },
  }),
  good: async (given) => ({ params: { id: idOf(await good(usersOf(given))) }, body }),
})

const nonsense = { nonsense: 1 }

/** People who sign in. */
export const userRows = {
  changePassword: {
    role: 'pimpinan',
    forbidden: null,
    bad: { body: { present: PASSWORD, next: 'short' } },
    good: async () => ({ body: { present: PASSWORD, next: PASSWORD } }),
  },
  ownSessions: { role: 'pimpinan', forbidden: null, bad: { query: nonsense }, good: async () => ({}) },
  endOwnSession: {
    role: 'pimpinan',
    forbidden: null,
    bad: { params: { sid: 'sid_1' }, body: nonsense },
    conflict: { code: 'already_done', call: async () => ({ params: { sid: 'sid_none' } }) },
    good: async ({ world }) => {
      // Another sign-in of the same person: the one that is asked with stays.
      const { userId } = await (await world.as('pimpinan')).call('me')
      const family = world.context.ids.next('sid')
      const hash = { _id: family, family, userId, rotatedAt: null, revokedAt: null }
      const span = { issuedAt: '2026-01-17T06:00:00.000Z', expiresAt: '2999-01-01T00:00:00.000Z' }
      await world.context.sessions.add({ ...hash, ...span })
      return { params: { sid: family } }
    },
  },
  allSessions: { role: 'admin', forbidden: 'supervisor', bad: { query: nonsense }, good: async () => ({}) },
  listUsers: { role: 'admin', forbidden: 'kalak', bad: { query: nonsense }, good: async () => ({}) },
  createUser: {
    role: 'admin',
    forbidden: 'supervisor',
    bad: { body: { login: 'ab', displayName: 'Contoh', role: 'operator' } },
    missing: { body: { login: 'baru', displayName: 'C', role: 'partner_admin', partnerId: 'ptn_none' } },
    conflict: {
      code: 'login_taken',
      call: async (given) => {
        const { login } = await usersOf(given).user()
        return { body: { login: login.toUpperCase(), displayName: 'Contoh', role: 'operator' } }
      },
    },
    good: async ({ world: { partnerId } }) => ({
      body: { login: 'insinyur', displayName: 'Contoh', role: 'partner_admin', partnerId },
    }),
  },
  changeRole: order(
    { role: 'king' },
    { role: 'supervisor' },
    { code: 'last_admin', from: (u) => u.admin() },
    (u) => u.user(),
  ),
  disableUser: order(nonsense, undefined, { code: 'last_admin', from: (u) => u.admin() }, (u) => u.user()),
  enableUser: order(nonsense, undefined, { code: 'nothing_to_change', from: (u) => u.user() }, (u) =>
    u.disabled(),
  ),
  resetPassword: order(nonsense, undefined, null, (u) => u.user()),
  listSessions: {
    role: 'admin',
    forbidden: 'kalak',
    bad: { params: none, query: nonsense },
    missing: { params: none },
    good: async (given) => ({ params: { id: (await usersOf(given).user()).id } }),
  },
  endSession: {
    role: 'admin',
    forbidden: 'supervisor',
    bad: { params: { ...none, sid: 'sid_1' }, body: nonsense },
    missing: { params: { ...none, sid: 'sid_1' } },
    conflict: {
      code: 'already_done',
      call: async (given) => ({ params: { id: (await usersOf(given).user()).id, sid: 'sid_none' } }),
    },
    good: async (given) => {
      const { id, sid } = await usersOf(given).signedIn()
      return { params: { id, sid } }
    },
  },
} satisfies Record<string, Row>
