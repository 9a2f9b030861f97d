import { setUserStatus } from '#contracts/domain/user/user.ts'
import type { userRoutes } from '#contracts/wire/routes/users.ts'
import { allSessions, listSessions, listUsers, ownSessions } from '../queries/users.ts'
import { changeUser } from '../usecases/users/change-user.ts'
import { createUser } from '../usecases/users/create-user.ts'
import { endSession } from '../usecases/users/end-session.ts'
import { changeRole, disableUser } from '../usecases/users/keep-an-admin.ts'
import { changePassword, resetPassword } from '../usecases/users/passwords.ts'
import type { Handlers } from './handler.ts'

export const userHandlers: Handlers<typeof userRoutes> = {
  changePassword: (context, { caller, op, body }) => changePassword(context, caller, op, body),
  ownSessions: (context, { caller }) => ownSessions(context, caller),
  endOwnSession: (context, { caller, op, params }) =>
    endSession(context, op, { id: caller.userId, sid: params.sid }),
  listUsers: (context, { caller }) => listUsers(context, caller.agencyId),
  allSessions: (context, { caller }) => allSessions(context, caller),
  listSessions: (context, { caller, params }) => listSessions(context, caller.agencyId, params.id),
  createUser: (context, { op, body }) => createUser(context, op, body),
  changeRole: (context, { op, params, body }) => changeRole(context, op, params.id, body.role),
  disableUser: (context, { op, params }) => disableUser(context, op, params.id),
  enableUser: (context, { op, params }) =>
    changeUser(context, op, params.id, (state) => setUserStatus(state, 'enabled')),
  resetPassword: (context, { op, params }) => resetPassword(context, op, params.id),
  endSession: (context, { op, params }) => endSession(context, op, params),
}
