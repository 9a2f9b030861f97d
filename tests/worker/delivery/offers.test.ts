import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cancel } from '#contracts/domain/incident/commands/finish.ts'
import { addSecret } from '#contracts/domain/partner/partner.ts'
import { newSecret } from '#contracts/runtime/secret.ts'
import { runRound } from '../../../worker/round/round.ts'
import { verified } from '../endpoint.ts'
import { anIncident, aPartner, aVolunteer, change, incidentOf, op } from '../given.ts'
import { AGENCY } from '../world.ts'
import { openPost, type Post } from './post.ts'

let post: Post
beforeEach(async () => {
  post = await openPost()
})
afterEach(async () => post.close())

describe('an offer', () => {
  it('reaches the partner signed, with a coarse place and not a word of the reporter', async () => {
    const { offerId } = await post.anOffer()
    const delivery = await post.tryOut(await post.only('offer.created'))
    expect(delivery).toMatchObject({ state: 'delivered', attempts: [{ status: 200, error: null }] })

    const [message] = post.endpoint.received
    expect(verified(post.partner.secret, message!)).toMatchObject({ type: 'offer.created' })
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
    const { secrets, store, clock } = post.ctx
    const createdAt = clock.now().toISOString()
    await secrets.keep({
      _id: 'sec_2',
      partnerId: post.partner.id,
      direction: 'out',
      createdAt,
      plain: fresh,
    })
    await store.ledger.change('partner', post.partner.id, op(), (state) =>
      state === null ? [] : addSecret(state, { secretId: 'sec_2', direction: 'out' }),
    )
    await post.anOffer()
    await post.tryOut(await post.only('offer.created'))
    for (const secret of [post.partner.secret, fresh])
      expect(verified(secret, post.endpoint.received[0]!)).toBeDefined()
  })

  it('is tried again under the same id and with the same bytes until it is taken; each attempt has a record', async () => {
    post.endpoint.reply(500, 503)
    await post.anOffer()
    const delivery = await post.tryOut(await post.only('offer.created'))
    expect(delivery.attempts.map(({ status, error }) => [status, error])).toEqual([
      [500, 'http_500'],
      [503, 'http_503'],
      [200, null],
    ])
    expect(new Set(post.endpoint.received.map(({ raw }) => raw)).size).toBe(1)
    expect(new Set(post.endpoint.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  })

  it('counts as undelivered after six attempts: it expires, and somebody else is asked', async () => {
    post.endpoint.alwaysReply(500)
    const { incidentId, volunteerId } = await post.anOffer({ north: 10 })
    expect((await post.tryOut(await post.only('offer.created'))).attempts).toHaveLength(6)
    const { offers, asked } = await incidentOf(post.ctx, incidentId)
    expect(offers).toEqual([])
    expect(asked).toMatchObject([{ volunteerId, ended: 'expired', endReason: 'undelivered' }])

    const { id: partnerId } = await aPartner(post.ctx, { url: `${post.endpoint.url}/well` })
    const other = await aVolunteer(post.ctx, { partnerId })
    await post.ctx.store.settled()
    await runRound(post.ctx, AGENCY)
    expect((await incidentOf(post.ctx, incidentId)).offers).toMatchObject([{ volunteerId: other }])
  })

  it('is not brought to anybody when it has ended meanwhile', async () => {
    const { incidentId } = await post.anOffer()
    await change(post.ctx, incidentId, (state) => cancel(state, { reason: null }))
    const delivery = await post.tryOut(await post.only('offer.created'))
    expect(delivery).toMatchObject({ state: 'dropped', attempts: [{ error: 'no_longer_true' }] })
    expect(post.endpoint.received).toEqual([])
  })

  it('does not wait for a partner who asks for more time than an offer has', async () => {
    post.endpoint.reply((response) => void response.writeHead(429, { 'retry-after': '600' }).end())
    const { incidentId } = await post.anOffer()
    expect(await post.tryOut(await post.only('offer.created'))).toMatchObject({
      state: 'dead',
      attempts: [{ status: 429 }],
    })
    expect((await incidentOf(post.ctx, incidentId)).offers).toEqual([])
  })

  it('does not follow a redirect', async () => {
    post.endpoint.reply((response) => void response.writeHead(307, { location: '/elsewhere' }).end())
    await post.anOffer()
    const delivery = await post.tryOut(await post.only('offer.created'))
    expect(delivery.attempts[0]).toMatchObject({ status: 307, error: 'http_307' })
    expect(post.endpoint.received.map(({ path }) => path)).toEqual(['/hook', '/hook'])
  })

  it('takes an endless answer for the answer that its status is', async () => {
    post.endpoint.reply((response) => {
      response.writeHead(200)
      const flood = () => void response.write(Buffer.alloc(65_536), () => setImmediate(flood))
      response.on('error', () => undefined)
      flood()
    })
    await post.anOffer()
    expect(await post.tryOut(await post.only('offer.created'))).toMatchObject({ state: 'delivered' })
  })

  it('gives up a partner who never answers after five seconds', async () => {
    post.endpoint.reply(() => undefined)
    await post.anOffer()
    const delivery = await post.tryOut(await post.only('offer.created'))
    expect(delivery).toMatchObject({ state: 'delivered', attempts: [{ error: 'timeout' }, { status: 200 }] })
  })

  it('switches the endpoint off when the partner answers 410', async () => {
    post.endpoint.reply(410)
    const { incidentId } = await post.anOffer()
    await post.tryOut(await post.only('offer.created'))
    expect((await post.ctx.store.ledger.load('partner', post.partner.id))?.state.url).toBeNull()
    expect((await incidentOf(post.ctx, incidentId)).tally.expired).toBe(1)
  })

  it('never leaves for an address inside', async () => {
    const inside = await aPartner(post.ctx, { url: 'https://10.0.0.8/hook' })
    await aVolunteer(post.ctx, { partnerId: inside.id })
    await anIncident(post.ctx)
    await runRound(post.ctx, AGENCY)
    await post.relay()
    const delivery = await post.tryOut(await post.only('offer.created'))
    expect(delivery.attempts[0]).toMatchObject({ status: null, error: 'refused: not a public address' })
  })
})
