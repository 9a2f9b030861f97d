import { Refusal } from '#contracts/domain/refusal.ts'
import { changeRole as toRole, setUserStatus } from '#contracts/domain/user/user.ts'
import type { Role } from '#contracts/domain/roles.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { userDoc } from '../../queries/users.ts'
import { changeUser, endSessions } from './change-user.ts'

/**
 * Somebody must be left who can manage users. Two administrators may remove each other at the same moment, so it is asked
 * before and after; who finds nobody left takes his own change back.
 */
const keepingAnAdmin = async (
  context: Context,
  op: Op,
  id: string,
  change: () => Promise<Changed>,
  undo: (op: Op) => Promise<Changed>,
): Promise<Changed> => {
  const { state } = await userDoc(context, op.agencyId, id)
  const isAdmin = state.role === 'admin' && state.status === 'enabled'
  const isLast = async (): Promise<boolean> => !(await context.userQueries.hasAdminBesides(op.agencyId, id))
  if (isAdmin && (await isLast())) throw new Refusal('last_admin')
  const changed = await change()
  if (isAdmin && (await isLast())) {
    await undo({ ...op, opId: `${op.opId}:undo` })
    throw new Refusal('last_admin')
  }
  return changed
}

/** He may come in no longer. @throws Refusal `not_found`, `nothing_to_change`, `last_admin`; NotSaved */
export const disableUser = async (context: Context, op: Op, id: string): Promise<Changed> => {
  const set = (status: 'enabled' | 'disabled', by: Op) =>
    changeUser(context, by, id, (state) => setUserStatus(state, status))
  const changed = await keepingAnAdmin(
    context,
    op,
    id,
    () => set('disabled', op),
    (by) => set('enabled', by),
  )
  await endSessions(context, id)
  return changed
}

/**
 * Another role. Who sees one partner only stays an engineer of that partner, and nobody becomes one: he is made as one.
 * @throws Refusal `not_found`, `nothing_to_change`, `illegal_move`, `last_admin`; NotSaved
 */
export const changeRole = async (context: Context, op: Op, id: string, role: Role): Promise<Changed> => {
  const { state } = await userDoc(context, op.agencyId, id)
  const { role: from } = state
  if (role !== from && (role === 'partner_admin' || from === 'partner_admin'))
    throw new Refusal('illegal_move', { from, to: role })
  const set = (to: Role, by: Op) => changeUser(context, by, id, (present) => toRole(present, to))
  return keepingAnAdmin(
    context,
    op,
    id,
    () => set(role, op),
    (by) => set(from, by),
  )
}
