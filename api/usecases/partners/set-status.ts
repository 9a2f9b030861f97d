import { setPartnerStatus, type Partner } from '#contracts/domain/partner/partner.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { changePartner } from './change-partner.ts'

/** Disables or enables a partner, with the reason. @throws Refusal `not_found`, `already_done`; NotSaved */
export const setStatus = async (
  context: Context,
  op: Op,
  id: string,
  { status, reason }: { status: Partner['status']; reason: string },
): Promise<Changed> => {
  const doc = await context.store.ledger.load('partner', id)
  if (doc === null || doc.agencyId !== op.agencyId) throw new Refusal('not_found')
  const { textId } = await context.store.texts.keep(op.agencyId, id, reason)
  return changePartner(context, op, id, (state) => setPartnerStatus(state, status, textId))
}
