import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addSecret } from '#contracts/domain/partner/partner.ts'
import { acknowledge } from '#contracts/domain/incident/commands/assignment.ts'
import { cancel } from '#contracts/domain/incident/commands/finish.ts'
import { newSecret } from '#contracts/runtime/secret.ts'
import { randomBytes } from 'node:crypto'
import type { Delivery } from '#contracts/store/documents.ts'
import { attemptDelivery } from '../../../worker/delivery/attempt.ts'
import { deliverJob } from '../../../worker/jobs/deliver.ts'
import { followAgency } from '../../../worker/relay/follow.ts'
import { runRound } from '../../../worker/round/round.ts'
import { defaultSchedules } from '../../../worker/delivery/schedule.ts'
import { audit } from '../../world/audit.ts'
import { until } from '../../world/client.ts'
import { type Endpoint, openEndpoint, verified } from '../endpoint.ts'
import { anIncident, aPartner, aVolunteer, change, incidentOf, op, says } from '../given.ts'
import { AGENCY, type Bench, openBench } from '../world.ts'

/** The shape of the real schedules, in thousandths of their time. */
const quick = Object.fromEntries(
  Object.entries(defaultSchedules).map(([type, { retryAtS, withinS }]) => [
    type,
    { retryAtS: retryAtS.map((s) => s / 1000), jitter: 0, withinS },
  ]),
) as typeof defaultSchedules

let bench: Bench
let endpoint: Endpoint
let partner: { id: string; secret: string }
beforeEach(async () => {
  bench = await openBench({ schedules: quick })
  endpoint = await openEndpoint()
  partner = await aPartner(bench.ctx, { url: endpoint.url })
})
afterEach(async () => {
  await bench.ctx.store.settled()
  expect((await audit(bench.ctx.connection)).faults).toEqual([])
  await bench.close()
  await endpoint.close()
})

const relay = async () => {
  await bench.ctx.store.settled()
  await followAgency(bench.ctx, AGENCY, new AbortController().signal)
}
const all = async (type: string): Promise<Delivery[]> =>
  bench.ctx.store.models.deliveries.find({ type }).lean<Delivery[]>().exec()
const only = async (type: string): Promise<Delivery> => {
  const found = await all(type)
  expect(found).toHaveLength(1)
  return found[0]!
}
/** Tries until the message has ended, whenever it is due. */
const tryOut = async ({ _id }: Delivery): Promise<Delivery> =>
  until(`the end of ${_id}`, async () => {
    await attemptDelivery(bench.ctx, _id)
    const delivery = await bench.ctx.deliveries.read(_id)
    return delivery !== null && delivery.state !== 'pending' && delivery
  })

/** One volunteer, asked for one slot, and the message about it. */
const anOffer = async (over = {}) => {
  const volunteerId = await aVolunteer(bench.ctx, { partnerId: partner.id, ref: 'Grab-17', ...over })
  const incident = await anIncident(bench.ctx, { number: 'KJ-2026-0007' })
  await runRound(bench.ctx, AGENCY)
  await relay()
  const [offer] = (await incidentOf(bench.ctx, incident.id)).offers
  return { incidentId: incident.id, offerId: offer!.id, volunteerId }
}

describe('an offer', () => {
  it('reaches the partner signed, with a coarse place and not a word of the reporter', async () => {
    const { offerId } = await anOffer()
    const delivery = await tryOut(await only('offer.created'))
    expect(delivery).toMatchObject({ state: 'delivered', attempts: [{ status: 200, error: null }] })

    const [message] = endpoint.received
    expect(verified(partner.secret, message!)).toMatchObject({ type: 'offer.created' })
    expect(message!.headers['webhook-id']).toBe(delivery.webhookId)
    expect(message!.data).toMatchObject({
      offerId,
      volunteerRef: 'Grab-17',
      task: 'antar_bantuan',
      drill: false,
      incident: { code: 'KJ-2026-0007', hazard: 'banjir', severity: 'tinggi' },
    })
    expect(message!.data['place']).not.toMatchObject({ lat: -10.1735 })
    expect(message!.raw).not.toContain('per_reporter')
  })

  it('is signed with both secrets while they rotate', async () => {
    const fresh = newSecret(randomBytes)
    const { secrets, store, clock } = bench.ctx
    const createdAt = clock.now().toISOString()
    await secrets.keep({ _id: 'sec_2', partnerId: partner.id, direction: 'out', createdAt, plain: fresh })
    await store.ledger.change('partner', partner.id, op(), (state) =>
      state === null ? [] : addSecret(state, { secretId: 'sec_2', direction: 'out' }),
    )
    await anOffer()
    await tryOut(await only('offer.created'))
    for (const secret of [partner.secret, fresh]) expect(verified(secret, endpoint.received[0]!)).toBeDefined()
  })

  it('is tried again under the same id and with the same bytes until it is taken; each attempt has a record', async () => {
    endpoint.reply(500, 503)
    await anOffer()
    const delivery = await tryOut(await only('offer.created'))
    expect(delivery.attempts.map(({ status, error }) => [status, error])).toEqual([
      [500, 'http_500'],
      [503, 'http_503'],
      [200, null],
    ])
    expect(new Set(endpoint.received.map(({ raw }) => raw)).size).toBe(1)
    expect(new Set(endpoint.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  })

  it('counts as undelivered after six attempts: it expires, and somebody else is asked', async () => {
    endpoint.alwaysReply(500)
    const { incidentId, volunteerId } = await anOffer({ north: 10 })
    expect((await tryOut(await only('offer.created'))).attempts).toHaveLength(6)
    const { offers, asked } = await incidentOf(bench.ctx, incidentId)
    expect(offers).toEqual([])
    expect(asked).toMatchObject([{ volunteerId, ended: 'expired', endReason: 'undelivered' }])

    const other = await aVolunteer(bench.ctx, { partnerId: partner.id })
    await bench.ctx.store.settled()
    await runRound(bench.ctx, AGENCY)
    expect((await incidentOf(bench.ctx, incidentId)).offers).toMatchObject([{ volunteerId: other }])
  })

  it('is not brought to anybody when it has ended meanwhile', async () => {
    const { incidentId } = await anOffer()
    await change(bench.ctx, incidentId, (state) => cancel(state, { reason: null }))
    const delivery = await tryOut(await only('offer.created'))
    expect(delivery).toMatchObject({ state: 'dead', attempts: [{ error: 'no_longer_true' }] })
    expect(endpoint.received).toEqual([])
  })

  it('does not wait for a partner who asks for more time than an offer has', async () => {
    endpoint.reply((response) => void response.writeHead(429, { 'retry-after': '600' }).end())
    const { incidentId } = await anOffer()
    expect(await tryOut(await only('offer.created'))).toMatchObject({ state: 'dead', attempts: [{ status: 429 }] })
    expect((await incidentOf(bench.ctx, incidentId)).offers).toEqual([])
  })

  it('does not follow a redirect', async () => {
    endpoint.reply((response) => void response.writeHead(307, { location: '/elsewhere' }).end())
    await anOffer()
    const delivery = await tryOut(await only('offer.created'))
    expect(delivery.attempts[0]).toMatchObject({ status: 307, error: 'http_307' })
    expect(endpoint.received.map(({ path }) => path)).toEqual(['/hook', '/hook'])
  })

  it('takes an endless answer for the answer that its status is', async () => {
    endpoint.reply((response) => {
      response.writeHead(200)
      const flood = () => void response.write(Buffer.alloc(65_536), () => setImmediate(flood))
      response.on('error', () => undefined)
      flood()
    })
    await anOffer()
    expect(await tryOut(await only('offer.created'))).toMatchObject({ state: 'delivered' })
  })

  it('gives up a partner who never answers after five seconds', async () => {
    endpoint.reply(() => undefined)
    await anOffer()
    const delivery = await tryOut(await only('offer.created'))
    expect(delivery).toMatchObject({ state: 'delivered', attempts: [{ error: 'timeout' }, { status: 200 }] })
  })

  it('switches the endpoint off when the partner answers 410', async () => {
    endpoint.reply(410)
    const { incidentId } = await anOffer()
    await tryOut(await only('offer.created'))
    expect((await bench.ctx.store.ledger.load('partner', partner.id))?.state.url).toBeNull()
    expect((await incidentOf(bench.ctx, incidentId)).tally.expired).toBe(1)
  })

  it('never leaves for an address inside', async () => {
    const inside = await aPartner(bench.ctx, { url: 'https://10.0.0.8/hook' })
    await aVolunteer(bench.ctx, { partnerId: inside.id })
    await anIncident(bench.ctx)
    await runRound(bench.ctx, AGENCY)
    await relay()
    const delivery = await tryOut(await only('offer.created'))
    expect(delivery.attempts[0]).toMatchObject({ status: null, error: 'refused: not a public address' })
  })
})

describe('a confirmation', () => {
  it('has the exact place and the contact of the command post, and ticks "delivered"', async () => {
    const { incidentId, offerId } = await anOffer()
    await says.yes(bench.ctx, incidentId, offerId)
    await relay()
    await tryOut(await only('assignment.confirmed'))
    expect(endpoint.of('assignment.confirmed')[0]?.data).toMatchObject({
      offerId,
      place: { lat: -10.1735, lng: 123.6205 },
      contact: { name: 'Posko BPBD Kota Kupang', phone: '+62380000000' },
    })
    const { assignments } = await incidentOf(bench.ctx, incidentId)
    expect(assignments).toMatchObject([{ acks: { confirmed: 'delivered', stood_down: null } }])
  })

  it('waits for the time that a busy partner asks for', async () => {
    endpoint.reply((response) => void response.writeHead(429, { 'retry-after': '600' }).end())
    const { incidentId, offerId } = await anOffer()
    await says.yes(bench.ctx, incidentId, offerId)
    await relay()
    const { _id } = await only('assignment.confirmed')
    endpoint.received.length = 0
    await attemptDelivery(bench.ctx, _id)
    const { state, nextAt, attempts } = (await bench.ctx.deliveries.read(_id))!
    expect(state).toBe('pending')
    expect(Date.parse(nextAt!) - Date.parse(attempts[0]!.at)).toBeGreaterThanOrEqual(600_000)
  })
})

describe('a stand-down', () => {
  const standDown = async (over = {}) => {
    const { incidentId, offerId } = await anOffer(over)
    await says.yes(bench.ctx, incidentId, offerId)
    await change(bench.ctx, incidentId, (state) => cancel(state, { reason: null }))
    await relay()
    return incidentId
  }

  it('ticks "delivered" when the partner takes it', async () => {
    const incidentId = await standDown()
    await tryOut(await only('assignment.stood_down'))
    const { assignments, alarms } = await incidentOf(bench.ctx, incidentId)
    expect(assignments).toMatchObject([{ acks: { stood_down: 'delivered' } }])
    expect(alarms).toEqual([])
  })

  it('alarms when it cannot be delivered', async () => {
    endpoint.alwaysReply(500)
    const incidentId = await standDown()
    expect((await tryOut(await only('assignment.stood_down'))).state).toBe('dead')
    expect((await incidentOf(bench.ctx, incidentId)).alarms).toMatchObject([{ what: 'undelivered' }])
  })

  it('of a volunteer with a link waits for him to read it', async () => {
    const incidentId = await standDown({ channel: 'link' })
    const { nextAt, createdAt, partnerId } = await only('assignment.stood_down')
    expect(Date.parse(nextAt!) - Date.parse(createdAt)).toBe(20_000)
    expect(partnerId).toBe(partner.id)
    expect(await all('offer.created')).toEqual([])
    expect((await incidentOf(bench.ctx, incidentId)).alarms).toEqual([])

    await bench.ctx.deliveries.take(await only('assignment.stood_down'), createdAt)
    await tryOut(await only('assignment.stood_down'))
    expect((await incidentOf(bench.ctx, incidentId)).alarms).toMatchObject([{ what: 'undelivered' }])
  })

  it('that was read on the task page before alarms nobody', async () => {
    const incidentId = await standDown({ channel: 'link' })
    await change(bench.ctx, incidentId, (state) => {
      const { id: assignmentId, volunteerId, partnerId } = state.assignments[0]!
      return acknowledge(
        state,
        { assignmentId, volunteerId, partnerId },
        { what: 'stood_down', how: 'read' },
      )
    })
    const delivery = await only('assignment.stood_down')
    await bench.ctx.deliveries.take(delivery, delivery.createdAt)
    await tryOut(delivery)
    expect((await incidentOf(bench.ctx, incidentId)).alarms).toEqual([])
  })
})

describe('a deliver job', () => {
  it('run twice sends once', async () => {
    await anOffer()
    const { _id: deliveryId } = await only('offer.created')
    expect(await deliverJob(bench.ctx, { deliveryId, attempt: 0 })).toBe('done')
    expect(await deliverJob(bench.ctx, { deliveryId, attempt: 0 })).toBe('done')
    expect(endpoint.received).toHaveLength(1)
  })

  it('run twice at once sends once', async () => {
    await anOffer()
    const { _id: deliveryId } = await only('offer.created')
    await Promise.all([0, 1, 2].map(() => deliverJob(bench.ctx, { deliveryId, attempt: 0 })))
    expect(endpoint.received).toHaveLength(1)
  })

  it('comes again later when the partner has four messages in flight', async () => {
    await anOffer()
    const { _id: deliveryId } = await only('offer.created')
    const seats = [1, 2, 3, 4].map(() => bench.ctx.seats.take(partner.id))
    expect(await deliverJob(bench.ctx, { deliveryId, attempt: 0 })).toBe('later')
    seats[0]?.()
    expect(await deliverJob(bench.ctx, { deliveryId, attempt: 0 })).toBe('done')
    expect(endpoint.received).toHaveLength(1)
  })
})
