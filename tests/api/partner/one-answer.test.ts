import { afterAll, beforeAll, expect, it } from 'vitest'
import { digest } from '#contracts/runtime/ids.ts'
import { receiptOf } from '../../../api/http/partner/receive.ts'
import { aCity, aPartner, aVolunteer, type PartnerSide } from './city.ts'
import { anEventId, platformOf } from './platform-of.ts'
import { serve, type Served } from './served.ts'

let api: Served
let partner: PartnerSide
let ours: ReturnType<typeof platformOf>
beforeAll(async () => {
  api = await serve()
  await aCity(api.context)
  partner = await aPartner(api.context, 'sim')
  ours = platformOf(api.url, partner)
})
afterAll(() => api.close())

/** An event that another process has begun to work on and not answered. */
const begun = async () => {
  const { ref } = await aVolunteer(api.context, partner)
  const data = { volunteerRef: ref, duty: 'paused' }
  const payload = JSON.stringify({
    type: 'volunteer.duty_changed',
    timestamp: new Date().toISOString(),
    data,
  })
  const id = anEventId()
  const receipt = receiptOf(partner.id, id)
  await api.context.store.receipts.open(receipt, digest(payload), payload)
  return { receipt, send: () => ours.post('/events', payload, id) }
}

it('waits for the first run and answers what it answers', async () => {
  const { receipt, send } = await begun()
  const waiting = send()
  const answer = { outcome: 'unchanged', volunteerRef: 'of the first run' }
  await api.context.store.receipts.close(receipt, { status: 200, body: answer })
  expect((await waiting).body).toEqual(answer)
})

it('asks to come back when the first run takes its time', async () => {
  const reply = await (await begun()).send()
  expect([reply.status, reply.body['code'], reply.headers.get('retry-after')]).toEqual([
    503,
    'not_saved',
    '2',
  ])
})

it('does the work of a first run that has died', async () => {
  const { receipt, send } = await begun()
  await api.context.store.receipts.release(receipt)
  const reply = await send()
  expect([reply.status, reply.body['outcome']]).toEqual([200, 'updated'])
  expect((await send()).text).toBe(reply.text)
})

it('keeps the body of a message that had to come again for its 30 days, counted from when it came first', async () => {
  const { receipts } = api.context.store
  const { receipt, send } = await begun()
  const stored = () => api.context.store.models.receipts.findById(receipt).lean().exec()
  const cameAt = (await stored())?.receivedAt ?? ''
  await receipts.release(receipt)
  await send()
  expect((await stored())?.receivedAt).toBe(cameAt)
  await receipts.eraseBodies(cameAt)
  expect((await stored())?.body).toContain('volunteer.duty_changed')
  await receipts.eraseBodies(new Date(Date.parse(cameAt) + 1).toISOString())
  expect(await stored()).toMatchObject({ body: null, outcome: { status: 200 } })
})

it('keeps what was received beside what was answered', async () => {
  const { ref } = await aVolunteer(api.context, partner)
  const id = anEventId()
  const reply = await ours.send('volunteer.duty_changed', { volunteerRef: ref, duty: 'paused' }, id)
  const receipt = await api.context.store.models.receipts.findById(receiptOf(partner.id, id)).lean().exec()
  expect(receipt).toMatchObject({ outcome: { status: 200, body: reply.body } })
  expect(receipt?.body).toContain('volunteer.duty_changed')
})
