import type { Instant } from '#contracts/domain/instant.ts'
import type { Partner, PartnerFactBody } from '#contracts/domain/partner/partner.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'

/** Changes a partner who exists. @throws Refusal `not_found` also for another agency's, and those of `decide`; NotSaved */
export const changePartner = async (
  context: Context,
  op: Op,
  id: string,
  decide: (state: Partner, now: Instant) => PartnerFactBody[],
): Promise<Changed> => {
  await context.store.ledger.change('partner', id, op, (state, now) => {
    if (state === null || state.agencyId !== op.agencyId) throw new Refusal('not_found')
    return decide(state, now)
  })
  return { kind: 'partner', id }
}
