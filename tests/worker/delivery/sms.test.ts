import { afterEach, describe, expect, it } from 'vitest'
import { requestCheckin, sendMessage } from '#contracts/domain/incident/commands/contact.ts'
import { correct } from '#contracts/domain/incident/commands/correct.ts'
import { cancel } from '#contracts/domain/incident/commands/finish.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { numberCode } from '#contracts/runtime/number-code.ts'
import { linkPath } from '#contracts/runtime/task-link.ts'
import { untouched } from '#contracts/store/deliveries.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import { attemptDelivery } from '../../../worker/delivery/attempt.ts'
import { SERVER_KEY } from '../../world/platform.ts'
import { change, incidentOf } from '../given.ts'
import { AGENCY } from '../world.ts'
import { openPost, type Post } from './post.ts'
import { stepper } from './stepped.ts'

const PHONE = '+6281200000017'
let post: Post
afterEach(async () => post.close())

const open = async (options: Parameters<typeof openPost>[0] = {}): Promise<void> => {
  post = await openPost({ sms: true, ...options })
}
const known = (volunteerId: string): Promise<void> =>
  post.ctx.store.texts.keepPerson({
    _id: volunteerId,
    agencyId: AGENCY,
    displayName: 'Yohana Contoh',
    phone: PHONE,
    plate: 'DH 1234 XX',
  })
/** Somebody without a platform is asked; his number is known. */
const asked = async () => {
  const offer = await post.anOffer({ channel: 'link' })
  await known(offer.volunteerId)
  return offer
}
const sms = async (type: Delivery['type']): Promise<Delivery> => {
  const [message, ...others] = (await post.all(type)).filter(({ via }) => via === 'sms')
  expect(others).toEqual([])
  if (message === undefined) throw new Error(`no text message ${type}`)
  return message
}
const cannotWrite = () => {
  throw new URIError('URI malformed')
}

/** What the gateway was given, message by message. */
const sent = (): { to: string; text: string; id: string }[] =>
  post.endpoint.received.map(({ raw }) => JSON.parse(raw) as { to: string; text: string; id: string })

describe('an offer by text message', () => {
  it('has the task, its link and a code for the phone, and is signed on to the gateway as told', async () => {
    await open()
    const { offerId } = await asked()
    expect(await post.tryOut(await sms('offer.created'))).toMatchObject({ state: 'delivered' })
    const [message] = sent()
    const code = await post.ctx.answerCodes.ofOffer(offerId)
    expect(code).toMatch(/^\d{5}$/)
    expect(message?.to).toBe(PHONE)
    expect(message?.text).toMatch(/^Top Ranger: Antar bantuan, Banjir, .+\. Jawab sebelum \d\d\.\d\d WITA: /)
    expect(message?.text).toContain(`https://siaga.test${linkPath(SERVER_KEY, offerId)} `)
    expect(message?.text.endsWith(`telepon +62380000000, kode ${code}`)).toBe(true)
    expect(post.endpoint.received[0]?.headers).toMatchObject({
      authorization: 'Bearer kunci-gateway',
      'content-type': 'application/json',
    })
  })

  it('keeps no number, link or code in the outbox, nor in what the gateway repeats of it', async () => {
    await open()
    const { offerId } = await asked()
    const echo = `"queued for ${PHONE}: ${linkPath(SERVER_KEY, offerId)} code 12345"`
    post.endpoint.reply((response) => void response.end(echo))
    const { attempts, ...message } = await post.tryOut(await sms('offer.created'))
    expect(attempts[0]?.answer).toBe('"queued for [phone]: /t/[link] code [digits]"')
    expect(JSON.stringify(message)).not.toMatch(/\+62812|siaga\.test|\/t\//)
  })

  it('is tried again after an error, a silence and a "wait", under one id', async () => {
    await open({ deadlineMs: 300 })
    await asked()
    post.endpoint.reply(
      500,
      () => undefined,
      (response) => void response.writeHead(429, { 'retry-after': '6' }).end(),
    )
    const { state, attempts } = await post.tryOut(await sms('offer.created'))
    expect(state).toBe('delivered')
    expect(attempts.map(({ error }) => error)).toEqual(['http_500', 'timeout', 'http_429', null])
    const [, , third, last] = attempts.map(({ at }) => Date.parse(at))
    expect((last ?? 0) - (third ?? 0)).toBeGreaterThanOrEqual(6000)
    expect(new Set(sent().map(({ id }) => id)).size).toBe(1)
  })

  it('that never goes out ends undelivered, and somebody else is asked', async () => {
    await open()
    const { incidentId, offerId } = await asked()
    post.endpoint.alwaysReply(503)
    expect((await post.tryOut(await sms('offer.created'))).state).toBe('dead')
    const [entry] = (await incidentOf(post.ctx, incidentId)).asked
    expect(entry).toMatchObject({ offerId, ended: 'expired', endReason: 'undelivered' })
    expect(post.endpoint.received.length).toBe(6)
  })

  it('that cannot be written is tried like another, and dies where people see it', async () => {
    await open()
    const { incidentId } = await asked()
    const { sms: gateway } = post.ctx
    const tryOut = stepper({ ...post.ctx, sms: gateway && { ...gateway, envelope: cannotWrite } })
    const { state, attempts } = await tryOut(await sms('offer.created'))
    expect([state, attempts.length]).toEqual(['dead', 6])
    expect(new Set(attempts.map(({ error }) => error))).toEqual(new Set(['unwritable']))
    expect((await incidentOf(post.ctx, incidentId)).asked[0]?.endReason).toBe('undelivered')
    expect(await post.ctx.endpoints.read(post.partner.id, post.endpoint.url)).toBeNull()
  })

  it('to somebody whose number nobody knows is undelivered at once', async () => {
    await open()
    const { incidentId } = await post.anOffer({ channel: 'link' })
    const { attempts } = await post.tryOut(await sms('offer.created'))
    expect(attempts.map(({ error }) => error)).toEqual(['no_phone'])
    expect((await incidentOf(post.ctx, incidentId)).asked[0]?.endReason).toBe('undelivered')
    expect(sent()).toEqual([])
  })

  it('is not written when there is no gateway, but the code is there', async () => {
    await open({ sms: false })
    const { offerId } = await asked()
    expect(await post.all('offer.created')).toEqual([])
    expect(await post.ctx.answerCodes.ofOffer(offerId)).toMatch(/^\d{5}$/)
  })
})

/** Somebody is out, having said yes on his page or through an operator. */
const out = async () => {
  const offer = await asked()
  await offer.accept()
  await post.relay()
  return offer
}

describe('on the way', () => {
  it("a message, a check-in and an operator's yes are told with the link of the task", async () => {
    await open()
    const { incidentId, offerId } = await out()
    const kept = await post.ctx.store.texts.keep(AGENCY, incidentId, 'Jembatan "timur" putus')
    await change(post.ctx, incidentId, (state) => sendMessage(state, { assignmentIds: null, ...kept }))
    await change(post.ctx, incidentId, (state) =>
      requestCheckin(state, { assignmentIds: null, idOf: (id) => `chk_${id}` }),
    )
    await post.relay()
    for (const type of ['assignment.confirmed', 'message.sent', 'checkin.requested'] as const)
      expect((await post.tryOut(await sms(type))).state).toBe('delivered')
    const link = `https://siaga.test${linkPath(SERVER_KEY, offerId)}`
    const [confirmed, message, checkin] = sent().map(({ text }) => text)
    expect(confirmed).toContain('tugas Anda Antar bantuan')
    expect(message).toBe(`Pesan posko: Jembatan "timur" putus ${link}`)
    expect(checkin).toMatch(/^Posko menanyakan kondisi Anda\. Jawab sebelum \d\d\.\d\d WITA: http/)
  })

  it('a text that comes late tells the place as it is by now', async () => {
    await open()
    const { incidentId } = await out()
    const place = { lat: -10.18, lng: 123.6, kelurahan: null, doubt: false }
    await change(post.ctx, incidentId, (state) => correct(state, { place }))
    await post.relay()
    await post.tryOut(await sms('assignment.updated'))
    await post.tryOut(await sms('assignment.confirmed'))
    const [, last] = sent().map(({ text }) => text)
    expect(last).toContain('tugas Anda Antar bantuan')
    expect(last).toContain('(-10.18, 123.6)')
  })

  it('a stand-down is sent, and alarms all the same unless it is read', async () => {
    await open()
    const { incidentId } = await out()
    await change(post.ctx, incidentId, (state) => cancel(state, { reason: null }))
    await post.relay()
    expect((await post.tryOut(await sms('assignment.stood_down'))).state).toBe('delivered')
    expect(sent().at(-1)?.text).toContain('tidak perlu ke lokasi lagi')
    expect((await incidentOf(post.ctx, incidentId)).assignments[0]?.acks.stood_down).toBeNull()
    const watch = (await post.all('assignment.stood_down')).find(({ via }) => via === 'page')!
    await post.ctx.deliveries.take(watch, watch.createdAt)
    await attemptDelivery(post.ctx, watch._id)
    expect((await incidentOf(post.ctx, incidentId)).alarms).toMatchObject([{ what: 'undelivered' }])
  })
})

/** A message with a code is in the outbox. */
const signIn = async (codeId: string, lastsS = 300): Promise<Delivery> => {
  const at = post.ctx.clock.now().toISOString()
  const volunteerId = 'vol_siaga'
  await known(volunteerId)
  await post.ctx.signInCodes.keep({
    _id: `visitor-${codeId}`,
    codeId,
    agencyId: AGENCY,
    volunteerId,
    personKey: 'p',
    at,
    expiresAt: plusSeconds(at, lastsS),
    tries: 0,
    usedAt: null,
  })
  const message: Delivery = {
    ...untouched,
    _id: codeId,
    agencyId: AGENCY,
    partnerId: post.partner.id,
    webhookId: `msg_${codeId}`,
    type: 'sign_in.code',
    entityId: volunteerId,
    subject: codeId,
    volunteerId,
    data: { locale: 'id' },
    state: 'pending',
    createdAt: at,
    nextAt: at,
    attempts: [],
    via: 'sms',
  }
  await post.ctx.deliveries.add(message)
  return message
}

describe('the code of a sign-in', () => {
  it('is worked out for the message and kept nowhere', async () => {
    await open()
    const { state } = await post.tryOut(await signIn('code_1'))
    expect(state).toBe('delivered')
    const code = numberCode(SERVER_KEY, 'sign-in:code_1', 6)
    expect(sent()[0]?.text).toMatch(new RegExp(`^${code} adalah kode masuk Top Ranger`))
    expect(JSON.stringify(await post.ctx.deliveries.read('code_1'))).not.toContain(code)
  })

  it('is not sent any more when it is over or used', async () => {
    await open()
    const late = await signIn('code_2', -1)
    const used = await signIn('code_3')
    await post.ctx.signInCodes.use({ _id: 'visitor-code_3', codeId: 'code_3' }, used.createdAt)
    for (const message of [late, used]) expect((await post.tryOut(message)).state).toBe('dropped')
    expect(sent()).toEqual([])
  })
})
