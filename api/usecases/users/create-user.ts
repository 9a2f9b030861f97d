import { Refusal } from '#contracts/domain/refusal.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Changed, Shown } from '../../changed.ts'
import type { Context } from '../../context.ts'
import type { Given } from '../../route-types.ts'
import { invalid } from '../../trouble.ts'
import { createUser as create } from '../setup/create-user.ts'

type Input = Given<Routes['createUser']>['body']

/** An engineer belongs to one partner, nobody else to any. @throws Trouble `invalid`; Refusal `not_found` */
const mustFit = async ({ store }: Context, agencyId: string, { role, partnerId }: Input): Promise<void> => {
  if ((role === 'partner_admin') !== (partnerId !== undefined))
    throw invalid('body.partnerId', 'goes with the role partner_admin, and with no other')
  if (partnerId === undefined) return
  const partner = await store.ledger.load('partner', partnerId)
  if (partner?.agencyId !== agencyId) throw new Refusal('not_found', { partnerId })
}

/** Somebody new, with a first password. @throws Refusal `login_taken`, `not_found`; Trouble `invalid`; NotSaved */
export const createUser = async (context: Context, op: Op, input: Input): Promise<Changed & Shown> => {
  const { agencyId, by, opId } = op
  await mustFit(context, agencyId, input)
  const { partnerId, ...rest } = input
  const password = context.newPassword()
  const user = { ...rest, agencyId, password, ...(partnerId !== undefined && { partnerId }) }
  const { userId } = await create(context, user, by, opId)
  return { kind: 'user', id: userId, shown: { password } }
}
