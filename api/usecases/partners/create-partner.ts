import { createPartner as create } from '#contracts/domain/partner/partner.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Changed, Shown } from '../../changed.ts'
import type { Context } from '../../context.ts'
import type { Given } from '../../route-types.ts'
import { partnerIdOf } from '../setup/create-partner.ts'
import { makeSecret } from './make-secret.ts'

type Input = Given<Routes['createPartner']>['body']

/**
 * A new partner with a secret for each direction; where his messages go is proposed afterwards.
 * @throws Refusal `already_done` when somebody has this ref; NotSaved
 */
export const createPartner = async (context: Context, op: Op, input: Input): Promise<Changed & Shown> => {
  const { ref, name, sandbox } = input
  const id = partnerIdOf(op.agencyId, ref)
  const shown = [await makeSecret(context, op, id, 'in'), await makeSecret(context, op, id, 'out')]
  await context.store.ledger.change('partner', id, op, (state) => [
    ...create(state, { ref, name, sandbox }),
    ...shown.map(({ secretId, direction }) => ({
      type: 'partner.secret_added' as const,
      data: { secretId, direction },
    })),
  ])
  return { kind: 'partner', id, shown: { shown } }
}
