import { request } from 'node:http'
import { afterAll, beforeAll, expect, it, describe } from 'vitest'
import { setPartnerStatus } from '#contracts/domain/partner/partner.ts'
import { partnerLimits } from '#contracts/wire/partner/limits.ts'
import { aCity, aPartner, aVolunteer, op, type PartnerSide } from './city.ts'
import { anEventId, platformOf, read, signedHeaders } from './platform-of.ts'
import { aSecret, serve, type Served } from './served.ts'

let api: Served
let partner: PartnerSide
let ref: string
beforeAll(async () => {
  api = await serve()
  await aCity(api.context)
  partner = await aPartner(api.context, 'sim')
  ref = (await aVolunteer(api.context, partner)).ref
})
afterAll(() => api.close())

const payload = () =>
  JSON.stringify({
    type: 'volunteer.duty_changed',
    timestamp: '2026-01-17T06:05:00Z',
    data: { volunteerRef: ref, duty: 'paused' },
  })
const post = async (headers: Record<string, string>, body = payload()) =>
  read(await fetch(`${api.url}/partner/v1/events`, { method: 'POST', headers, body }))
const signed = (over: Record<string, string> = {}, body = payload()) => ({
  ...signedHeaders(partner, anEventId(), body),
  ...over,
})
const without = (name: string) => {
  const { [name]: _, ...rest } = signed() as Record<string, string>
  return rest
}
const ledgerHead = async () => (await api.context.store.cursors.head('5371')).seq

/** fetch folds headers of one name together; the attack does not. */
const rawPost = (headers: [string, string][], body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(api.url)
    const length: [string, string] = ['content-length', String(Buffer.byteLength(body))]
    const sent = request(
      {
        hostname,
        port,
        path: '/partner/v1/events',
        method: 'POST',
        headers: [['host', hostname], length, ...headers].flat(),
      },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

describe('what is not authentic changes nothing', () => {
  const bodies = {
    'no partner named': [() => post(without('x-partner-ref')), 401, 'bad_signature'],
    'a partner we do not know': [() => post(signed({ 'x-partner-ref': 'nobody' })), 401, 'bad_signature'],
    unsigned: [() => post(without('webhook-signature')), 401, 'bad_signature'],
    'signed with another secret': [
      () => post(signedHeaders({ ...partner, secret: aSecret() }, anEventId(), payload())),
      401,
      'bad_signature',
    ],
    'another body than was signed': [() => post(signed(), `${payload()} `), 401, 'bad_signature'],
    'more than five minutes old': [
      () => post(signedHeaders(partner, anEventId(), payload(), new Date(Date.now() - 302_000))),
      401,
      'bad_signature',
    ],
    'a timestamp that is no integer': [
      () => post(signed({ 'webhook-timestamp': '1.5' })),
      400,
      'bad_headers',
    ],
    'a malformed signature': [() => post(signed({ 'webhook-signature': 'v1,xx' })), 400, 'bad_headers'],
    'another content type': [() => post(signed({ 'content-type': 'text/plain' })), 415, 'unsupported_type'],
    'a content type that only begins like JSON': [
      () => post(signed({ 'content-type': 'application/json-patch+json' })),
      415,
      'unsupported_type',
    ],
    compressed: [() => post(signed({ 'content-encoding': 'gzip' })), 415, 'unsupported_type'],
    'too large': [() => post(signed({}, 'x'.repeat(65_537)), 'x'.repeat(65_537)), 413, 'too_large'],
  } as const
  it.each(Object.entries(bodies))('%s', async (_, [send, status, code]) => {
    await api.context.store.settled()
    const before = await ledgerHead()
    const reply = await send()
    expect([reply.status, reply.body['code']]).toEqual([status, code])
    expect(reply.headers.get('content-type')).toContain('application/problem+json')
    await api.context.store.settled()
    expect(await ledgerHead()).toBe(before)
  })

  it('says 400 to a header that came twice', async () => {
    const body = payload()
    const headers = Object.entries(signedHeaders(partner, anEventId(), body))
    const twice: [string, string] = ['webhook-id', 'another']
    expect(await rawPost([...headers, twice], body)).toBe(400)
    expect(await rawPost([...headers, ['X-Partner-Ref', partner.ref]], body)).toBe(400)
    expect(await rawPost(headers, body)).toBe(200)
  })
})

/** What is answered to the headers alone, of bytes that never come. */
const answerToHeaders = (path: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const length = String(partnerLimits.bytes.events)
    const sent = request(`${api.url}/partner/v1${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-length': length },
    })
    sent.on('response', ({ statusCode = 0 }) => {
      resolve(statusCode)
      sent.destroy()
    })
    sent.on('error', reject)
    sent.flushHeaders()
  })

describe('of somebody who cannot be believed nothing is read', () => {
  const old = new Date(Date.now() - 302_000)
  const strangers = {
    'no partner named': [() => without('x-partner-ref'), 401],
    'a partner we do not know': [() => signed({ 'x-partner-ref': 'nobody' }), 401],
    unsigned: [() => without('webhook-signature'), 401],
    'more than five minutes old': [() => signedHeaders(partner, anEventId(), payload(), old), 401],
    'a timestamp that is no integer': [() => signed({ 'webhook-timestamp': '1.5' }), 400],
    'a malformed signature': [() => signed({ 'webhook-signature': 'v1,xx' }), 400],
  } as const
  it.each(Object.entries(strangers))('%s', async (_, [headers, status]) => {
    expect(await answerToHeaders('/events', headers())).toBe(status)
    expect(await answerToHeaders('/positions', headers())).toBe(status)
    expect(await answerToHeaders('/evidence', { ...headers(), 'content-type': 'image/jpeg' })).toBe(status)
  })
})

it('says 400 to what is signed and cannot be read, the same for ever', async () => {
  const { post: send } = platformOf(api.url, partner)
  const id = anEventId()
  const first = await send('/events', '{"type":', id)
  expect([first.status, first.body['code']]).toEqual([400, 'malformed'])
  expect((await send('/events', '{"type":', id)).text).toBe(first.text)
})

it('says 403 to a partner who is disabled', async () => {
  const other = await aPartner(api.context, 'other')
  await api.context.store.ledger.change('partner', other.id, op(), (state) => {
    if (state === null) throw new Error('no such partner')
    return setPartnerStatus(state, 'disabled', 'test')
  })
  const { send } = platformOf(api.url, other)
  const reply = await send('volunteer.duty_changed', { volunteerRef: 'x', duty: 'on' })
  expect([reply.status, reply.body['code']]).toEqual([403, 'partner_disabled'])
})

it('knows no other paths and methods', async () => {
  const headers = signedHeaders(partner, anEventId(), '')
  expect((await fetch(`${api.url}/partner/v1/nothing`, { headers })).status).toBe(404)
  expect((await fetch(`${api.url}/partner/v1/events`, { headers })).status).toBe(405)
})
