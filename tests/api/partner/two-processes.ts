import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { PartnerEvent } from '#contracts/wire/partner/events.ts'
import { expect } from 'vitest'
import { receiptOf } from '../../../api/http/partner/receive.ts'
import { handleEvent } from '../../../api/usecases/partner/events.ts'
import { senderOf } from '../../../api/usecases/partner/sender.ts'
import { audit } from '../../world/audit.ts'
import { aCity, aPartner, aVolunteer, fileOf, type Asking } from './city.ts'
import { platformOf, type Reply } from './platform-of.ts'
import { serve } from './served.ts'

/** Two api processes of one platform, and a partner who may speak to either. */
export const twoProcesses = async () => {
  const api = await serve()
  const twin = await serve(api.home)
  await aCity(api.context)
  const partner = await aPartner(api.context, 'sim')
  const ours = platformOf(api.url, partner)
  const atTwin = platformOf(twin.url, partner)

  const yes = (offerId: string | undefined, { ref }: Volunteer, id?: string, side = ours): Promise<Reply> =>
    side.send('offer.accepted', { offerId, volunteerRef: ref }, id)

  return {
    api,
    twin,
    partner,
    ours,
    atTwin,
    yes,

    members: (count: number): Promise<Volunteer[]> =>
      Promise.all(Array.from({ length: count }, () => aVolunteer(api.context, partner))),

    /** The types of the facts that this event wrote. */
    typesUnder: async ({ id }: Asking, webhookId: string): Promise<string[]> => {
      const facts = await api.context.store.ledger.done('incident', id, `wh:${partner.id}:${webhookId}`)
      return (facts ?? []).map(({ type }) => type)
    },

    /** The same yes again on the other process, and once more after its receipt is gone: neither changes anything. */
    sameAnywhere: async (incident: Asking, offerId: string, who: Volunteer, id: string, first: Reply) => {
      const before = await fileOf(api.context, incident.id)
      expect((await yes(offerId, who, id, atTwin)).text).toBe(first.text)

      const state = (await twin.context.store.ledger.load('partner', partner.id))?.state
      if (state === undefined) throw new Error('no such partner')
      const event: PartnerEvent = {
        type: 'offer.accepted',
        timestamp: '2026-01-17T06:05:00Z',
        data: { offerId, volunteerRef: who.ref },
      }
      const now = twin.context.clock.now()
      const sender = senderOf(state, id, now)
      expect(await handleEvent(twin.context, sender, event, now.toISOString())).toEqual(first.body)

      const receipts = api.context.connection.collection<{ _id: string }>('receipts')
      expect((await receipts.deleteOne({ _id: receiptOf(partner.id, id) })).deletedCount).toBe(1)
      expect((await yes(offerId, who, id, atTwin)).body).toEqual(first.body)
      expect(await fileOf(api.context, incident.id)).toEqual(before)
    },

    /** Chain and folds hold, nobody is bound twice, no claim is left over. */
    mustBeInOrder: async () => {
      await Promise.all([api.context.store.settled(), twin.context.store.settled()])
      expect((await audit(api.context.connection)).faults).toEqual([])
    },

    close: async () => {
      await twin.close()
      await api.close()
    },
  }
}
export type TwoProcesses = Awaited<ReturnType<typeof twoProcesses>>
