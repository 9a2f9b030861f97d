import { expect } from 'vitest'
import type { Delivery } from '#contracts/store/documents.ts'
import type { MessageType } from '#contracts/wire/sms.ts'
import type { WorkerOptions } from '../../../worker/context.ts'
import { createGateway, defaultSmsBody } from '../../../worker/delivery/sms/gateway.ts'
import { defaultSchedules, type Schedule, type Schedules } from '../../../worker/delivery/schedule.ts'
import { followAgency } from '../../../worker/relay/follow.ts'
import { runRound } from '../../../worker/round/round.ts'
import { audit } from '../../world/audit.ts'
import { openEndpoint } from '../endpoint.ts'
import { anIncident, aPartner, aVolunteer, type GivenVolunteer, incidentOf, says } from '../given.ts'
import { AGENCY, openBench } from '../world.ts'
import { stepper } from './stepped.ts'

/** The shape of the real schedules, in thousandths of their time. */
const hurried = (type: MessageType): Schedule => ({
  ...defaultSchedules[type],
  retryAtS: defaultSchedules[type].retryAtS.map((s) => s / 1000),
  jitter: 0,
})
export const quick: Schedules = {
  'offer.created': hurried('offer.created'),
  'offer.withdrawn': hurried('offer.withdrawn'),
  'assignment.stood_down': hurried('assignment.stood_down'),
  'assignment.confirmed': hurried('assignment.confirmed'),
  'assignment.updated': hurried('assignment.updated'),
  'message.sent': hurried('message.sent'),
  'checkin.requested': hurried('checkin.requested'),
  ping: hurried('ping'),
  'sign_in.code': hurried('sign_in.code'),
}

/**
 * A bench, a partner and his endpoint; messages are tried by hand, on the real schedules. With `sms` that endpoint is a
 * text-message gateway too.
 */
export const openPost = async ({ sms = false, ...options }: WorkerOptions & { sms?: boolean } = {}) => {
  const bench = await openBench(options)
  const endpoint = await openEndpoint()
  const { url } = endpoint
  const header = { name: 'authorization', value: 'Bearer kunci-gateway' }
  const config = { url, header, type: 'json', body: defaultSmsBody } as const
  const ctx = { ...bench.ctx, sms: sms ? createGateway(config, 'https://siaga.test') : null }
  const partner = await aPartner(ctx, { url: endpoint.url })

  const relay = async (): Promise<void> => {
    await ctx.store.settled()
    await followAgency(ctx, AGENCY, new AbortController().signal)
  }
  const tryOut = stepper(ctx)
  const all = async (type: MessageType): Promise<Delivery[]> =>
    ctx.store.models.deliveries.find({ type }).lean<Delivery[]>().exec()

  return {
    ctx,
    endpoint,
    partner,
    relay,
    all,
    only: async (type: MessageType): Promise<Delivery> => {
      const [delivery, ...others] = await all(type)
      expect(others).toEqual([])
      if (delivery === undefined) throw new Error(`no ${type}`)
      return delivery
    },
    tryOut,
    /** One volunteer, asked for one slot, and the message about it. */
    anOffer: async (over: Partial<GivenVolunteer> = {}) => {
      const volunteerId = await aVolunteer(ctx, { partnerId: partner.id, ref: 'Grab-17', ...over })
      const { id: incidentId } = await anIncident(ctx, { number: 'KJ-2026-0007' })
      await runRound(ctx, AGENCY)
      await relay()
      const [offer] = (await incidentOf(ctx, incidentId)).offers
      if (offer === undefined) throw new Error('nobody was asked')
      return { incidentId, offerId: offer.id, volunteerId, accept: () => says.yes(ctx, incidentId, offer.id) }
    },
    close: async (): Promise<void> => {
      await ctx.store.settled()
      expect((await audit(ctx.connection)).faults).toEqual([])
      await bench.close()
      await endpoint.close()
    },
  }
}
export type Post = Awaited<ReturnType<typeof openPost>>
