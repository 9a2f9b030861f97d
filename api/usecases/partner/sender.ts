import type { Partner } from '#contracts/domain/partner/partner.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Store } from '#contracts/store/store.ts'
import type { PartnerEventData, PartnerEventType, PartnerOutcome } from '#contracts/wire/partner/events.ts'
import type { Context } from '../../context.ts'

/** Who sent an authentic event, and the operation that it is. */
export interface Sender {
  partner: Partner
  webhookId: string
  op: Op
}

/** What an event does. Refusals and invalid input are definite answers too; anything else thrown is not an answer. */
export type Handler<T extends PartnerEventType> = (
  context: Context,
  sender: Sender,
  data: PartnerEventData<T>,
) => Promise<PartnerOutcome>

export const senderOf = (partner: Partner, webhookId: string): Sender => ({
  partner,
  webhookId,
  op: {
    opId: `wh:${partner.id}:${webhookId}`,
    agencyId: partner.agencyId,
    by: { kind: 'partner', id: partner.id },
  },
})

export const volunteerIdOf = (partner: Partner, ref: string): string => derivedId('vol', partner.id, ref)

/** The partner's own volunteer. @throws Refusal `not_found` */
export const volunteerOf = async (store: Store, { partner }: Sender, ref: string): Promise<Volunteer> => {
  const doc = await store.ledger.load('volunteer', volunteerIdOf(partner, ref))
  if (doc === null || doc.state.partnerId !== partner.id)
    throw new Refusal('not_found', { what: 'volunteer' })
  return doc.state
}
