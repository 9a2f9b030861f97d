import { Refusal } from '#contracts/domain/refusal.ts'
import type { Context } from '../context.ts'
import { offerLink } from '../pages/offer-link.ts'

/** The task link of an offer and the text to copy. @throws Refusal `not_found` */
export const taskLink = async (
  context: Context,
  agencyId: string,
  incidentId: string,
  offerId: string,
): Promise<{ url: string; text: string }> => {
  const doc = await context.store.ledger.load('incident', incidentId)
  if (doc === null || doc.agencyId !== agencyId) throw new Refusal('not_found')
  const agency = await context.agencies.of(agencyId)
  const { publicUrl, serverKey } = context.config
  return offerLink(
    { publicUrl, serverKey },
    agency,
    doc.state,
    offerId,
    await context.answerCodes.ofOffer(offerId),
  )
}
