import { z } from 'zod'
import { Instant } from '#contracts/domain/instant.ts'
import { Role } from '#contracts/domain/roles.ts'
import type { Route } from './route.ts'

const id = z.string().min(1).max(80)
const Id = z.strictObject({ id })
const password = z.string().min(12, '12 characters or more').max(200)

export const UserView = z.object({
  id: z.string(),
  version: z.int(),
  login: z.string(),
  displayName: z.string(),
  role: Role,
  /** Set for a partner_admin: the only partner he sees. */
  partnerId: z.string().nullable(),
  status: z.enum(['enabled', 'disabled']),
  createdAt: Instant,
  changedAt: Instant,
})
export type UserView = z.infer<typeof UserView>

/** With the password that was just made; a repeat of the call shows none. */
const UserWithPassword = UserView.extend({ password: z.string().nullable().default(null) })

/** One sign-in on one device. `device`: its browser and system, `Chrome, Android`; null: unknown. */
const Session = z.object({
  sid: z.string(),
  device: z.string().nullable(),
  lastUsedAt: Instant,
  expiresAt: Instant,
})
const OwnSession = Session.extend({
  /** The one that asks. */
  current: z.boolean(),
})

const SessionOf = OwnSession.extend({ userId: z.string(), displayName: z.string(), role: Role })

const act = <B extends z.ZodObject, R extends z.ZodType>(
  path: string,
  summary: string,
  body: B,
  response: R,
) =>
  ({
    method: 'post',
    path: `/users/:id/${path}`,
    action: 'user.manage',
    summary,
    params: Id,
    body,
    status: 200,
    response,
  }) as const

/** People who sign in. */
export const userRoutes = {
  changePassword: {
    method: 'post',
    path: '/auth/password',
    action: 'self',
    summary: 'Another password for myself; every other sign-in of mine ends.',
    body: z.strictObject({ present: z.string().min(1).max(200), next: password }),
    unkeyed: true,
    status: 204,
    response: null,
  },
  ownSessions: {
    method: 'get',
    path: '/auth/sessions',
    action: 'self',
    summary: 'Where I am signed in, the latest first.',
    status: 200,
    response: z.object({ sessions: z.array(OwnSession) }),
  },
  endOwnSession: {
    method: 'post',
    path: '/auth/sessions/:sid/end',
    action: 'self',
    summary: 'This sign-in of mine ends.',
    params: z.strictObject({ sid: id }),
    body: z.strictObject({}),
    status: 204,
    response: null,
  },
  listUsers: {
    method: 'get',
    path: '/users',
    action: 'user.manage',
    summary: 'Everybody who signs in, also who may not at present.',
    status: 200,
    response: z.object({ users: z.array(UserView) }),
  },
  createUser: {
    method: 'post',
    path: '/users',
    action: 'user.manage',
    summary: 'Somebody new; his first password is shown by this answer and never again.',
    body: z.strictObject({
      login: z.string().trim().min(3).max(80),
      displayName: z.string().trim().min(1).max(80),
      role: Role,
      partnerId: id.optional(),
    }),
    status: 201,
    response: UserWithPassword,
  },
  changeRole: act(
    'role',
    'Another role, from now on; an engineer of a partner stays one.',
    z.strictObject({ role: Role }),
    UserView,
  ),
  disableUser: act('disable', 'He may come in no longer; his sign-ins end.', z.strictObject({}), UserView),
  enableUser: act('enable', 'He may come in again.', z.strictObject({}), UserView),
  resetPassword: act(
    'password/reset',
    'A new password, shown by this answer and never again; his sign-ins end.',
    z.strictObject({}),
    UserWithPassword,
  ),
  allSessions: {
    method: 'get',
    path: '/sessions',
    action: 'user.manage',
    summary: 'Where anybody of the agency is signed in, the latest first.',
    status: 200,
    response: z.object({ sessions: z.array(SessionOf) }),
  },
  listSessions: {
    method: 'get',
    path: '/users/:id/sessions',
    action: 'user.manage',
    summary: 'Where somebody is signed in, the latest first.',
    params: Id,
    status: 200,
    response: z.object({ sessions: z.array(Session) }),
  },
  endSession: {
    ...act('sessions/:sid/end', 'This sign-in ends.', z.strictObject({}), UserView),
    params: Id.extend({ sid: id }),
  },
} as const satisfies Record<string, Route>
