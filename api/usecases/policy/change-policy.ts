import { changePolicy as change } from '#contracts/domain/policy/commands.ts'
import { policyIdOf } from '#contracts/domain/policy/policy.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import type { Given } from '../../route-types.ts'

/** Other settings from the next round on. @throws Refusal `outdated`, `nothing_to_change`; NotSaved */
export const changePolicy = async (
  { store: { ledger, texts } }: Context,
  op: Op,
  { reason, ...wanted }: Given<Routes['changePolicy']>['body'],
): Promise<Changed> => {
  const id = policyIdOf(op.agencyId)
  if ((await ledger.done('policy', id, op.opId)) === null) {
    const kept = await texts.keep(op.agencyId, id, reason)
    await ledger.change('policy', id, op, (state, now) => change(state, { ...wanted, reason: kept }, now))
  }
  return { kind: 'policy', id }
}
