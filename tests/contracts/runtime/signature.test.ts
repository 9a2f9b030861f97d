import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { newSecret, parseSecret, SecretError } from '#contracts/runtime/secret.ts'
import { SignatureError } from '#contracts/runtime/security-headers.ts'
import { signWebhook, verifyWebhook } from '#contracts/runtime/signature.ts'

// The vector published with the public libraries.
const vector = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  timestamp: 1_614_265_330,
  body: Buffer.from('{"test": 2432232314}'),
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
}
const at = (timestamp: number) => new Date(timestamp * 1000)
const other = newSecret(randomBytes)

/** What, done how, is answered how. */
type Refusal = [what: string, change: Change, answer: string]

interface Change {
  headers?: string[]
  body?: Buffer
  secrets?: string[]
  now?: Date
}

function headersWith(changes: Partial<Record<'id' | 'timestamp' | 'signature', string>>): string[] {
  return [
    ['Host', 'posko.example'],
    ['Webhook-Id', changes.id ?? vector.id],
    ['WEBHOOK-TIMESTAMP', changes.timestamp ?? String(vector.timestamp)],
    ['webhook-signature', changes.signature ?? vector.signature],
  ].flat()
}

function verify(change: Change) {
  return verifyWebhook({
    rawHeaders: change.headers ?? headersWith({}),
    body: change.body ?? vector.body,
    secrets: change.secrets ?? [vector.secret],
    now: change.now ?? at(vector.timestamp),
  })
}

function refusal(change: Change): string {
  try {
    verify(change)
  } catch (err) {
    if (err instanceof SignatureError) return `${err.status} ${err.code}`
    throw err
  }
  return 'believed'
}

describe('the published vector', () => {
  it('is what we sign', () => {
    const { id, timestamp, body, secret } = vector
    expect(signWebhook({ id, timestamp, body, secrets: [secret] })).toEqual({
      'webhook-id': id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': vector.signature,
    })
  })

  it('is what we believe', () => {
    expect(verify({})).toEqual({ id: vector.id, timestamp: at(vector.timestamp) })
  })
})

describe('verifyWebhook', () => {
  const good = vector.signature
  const wrong = `v1,${randomBytes(32).toString('base64')}`
  const long = 'x'.repeat(129)

  it.each([
    ['no headers', { headers: [] }, '401 missing_header'],
    ['no id', { headers: headersWith({}).toSpliced(2, 2) }, '401 missing_header'],
    ['no timestamp', { headers: headersWith({}).toSpliced(4, 2) }, '401 missing_header'],
    ['no signature', { headers: headersWith({}).slice(0, 6) }, '401 missing_header'],
    ['a name in the place of a value', { headers: ['webhook-id', 'webhook-id'] }, '401 missing_header'],
    ['two ids', { headers: [...headersWith({}), 'webhook-id', vector.id] }, '400 duplicate_header'],
    ['two timestamps', { headers: [...headersWith({}), 'Webhook-Timestamp', '1'] }, '400 duplicate_header'],
    ['two signatures', { headers: [...headersWith({}), 'Webhook-Signature', good] }, '400 duplicate_header'],
    ['an empty id', { headers: headersWith({ id: '' }) }, '400 malformed_header'],
    ['a long id', { headers: headersWith({ id: long }) }, '400 malformed_header'],
    ['a full stop in the id', { headers: headersWith({ id: 'a.b' }) }, '400 malformed_header'],
    ['a space in the id', { headers: headersWith({ id: 'a b' }) }, '400 malformed_header'],
    ['an accent in the id', { headers: headersWith({ id: 'é' }) }, '400 malformed_header'],
    ['a line end in the id', { headers: headersWith({ id: 'a\n' }) }, '400 malformed_header'],
    ...[
      '',
      '-1',
      '+1614265330',
      '01614265330',
      '1614265330.0',
      '1.6e9',
      '0x60',
      '1614265330 ',
      'now',
      '9'.repeat(12),
    ].map(
      (timestamp) =>
        [
          `the timestamp "${timestamp}"`,
          { headers: headersWith({ timestamp }) },
          '400 bad_timestamp',
        ] satisfies Refusal,
    ),
    ...[
      '',
      ' ',
      `${good} `,
      ` ${good}`,
      `${good}  ${good}`,
      `${good}\t${good}`,
      'v1',
      'v1,',
      ',',
      good.slice(3),
    ].map(
      (signature) =>
        [
          `the signature "${signature}"`,
          { headers: headersWith({ signature }) },
          '400 malformed_header',
        ] satisfies Refusal,
    ),
    ['no padding', { headers: headersWith({ signature: good.slice(0, -1) }) }, '400 malformed_header'],
    [
      'loose last bits',
      { headers: headersWith({ signature: good.replace('OE=', 'OF=') }) },
      '400 malformed_header',
    ],
    [
      'url-safe base64',
      { headers: headersWith({ signature: good.replace('+', '-') }) },
      '400 malformed_header',
    ],
    ['a short signature', { headers: headersWith({ signature: 'v1,AAAA' }) }, '400 malformed_header'],
    [
      'one bad beside a good one',
      { headers: headersWith({ signature: `${good} v1,AAAA` }) },
      '400 malformed_header',
    ],
    [
      'nine signatures',
      { headers: headersWith({ signature: Array(9).fill(good).join(' ') }) },
      '400 malformed_header',
    ],
    ['a body that is no UTF-8', { body: Buffer.from([0x7b, 0xc3, 0x28, 0x7d]) }, '400 invalid_utf8'],
    ['too late', { now: at(vector.timestamp + 301) }, '401 stale'],
    ['too early', { now: at(vector.timestamp - 301) }, '401 stale'],
    ['no time at all', { now: new Date(Number.NaN) }, '401 stale'],
    ['another body', { body: Buffer.from('{"test": 2432232315}') }, '401 bad_signature'],
    ['another id', { headers: headersWith({ id: `${vector.id}x` }) }, '401 bad_signature'],
    ['another second', { headers: headersWith({ timestamp: '1614265331' }) }, '401 bad_signature'],
    ['another secret', { secrets: [other] }, '401 bad_signature'],
    ['no secret', { secrets: [] }, '401 bad_signature'],
    ['a wrong signature', { headers: headersWith({ signature: wrong }) }, '401 bad_signature'],
    [
      'another version only',
      { headers: headersWith({ signature: good.replace('v1', 'v1a') }) },
      '401 bad_signature',
    ],
  ] satisfies Refusal[])('refuses %s', (_what, change, answer) => {
    expect(refusal(change)).toBe(answer)
  })

  it.each([
    ['the last second', { now: new Date((vector.timestamp + 300) * 1000 + 999) }],
    ['the first second', { now: at(vector.timestamp - 300) }],
    ['a second active secret', { secrets: [other, vector.secret] }],
    ['a good one after wrong ones', { headers: headersWith({ signature: `${wrong} ${wrong} ${good}` }) }],
    ['a version we do not know beside it', { headers: headersWith({ signature: `v1a,abc= v2,x ${good}` }) }],
  ] satisfies [string, Change][])('believes %s', (_what, change) => {
    expect(refusal(change)).toBe('believed')
  })

  it('believes an empty body and bytes that JSON would write otherwise', () => {
    for (const text of ['', ' { "a" : 1.0, "a":\n"Ñ" } ', '\u0000']) {
      const body = Buffer.from(text)
      const signed = signWebhook({ id: 'evt_1', timestamp: 5_000, body, secrets: [other] })
      expect(
        refusal({ headers: Object.entries(signed).flat(), body, secrets: [other], now: at(5_000) }),
      ).toBe('believed')
    }
  })
})

it('believes the bytes of a picture when they may be binary, and no others that text would take for the same', () => {
  const body = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00])
  const signed = signWebhook({ id: 'evt_1', timestamp: 5_000, body, secrets: [other] })
  const sent = { rawHeaders: Object.entries(signed).flat(), secrets: [other], now: at(5_000), binary: true }
  expect(verifyWebhook({ ...sent, body }).id).toBe('evt_1')
  const alike = Buffer.from([0xff, 0xd8, 0xfe, 0xe0, 0x00])
  expect(alike.toString()).toBe(body.toString())
  expect(() => verifyWebhook({ ...sent, body: alike })).toThrow(SignatureError)
})

describe('signWebhook', () => {
  it('signs with both secrets while rotating', () => {
    const signed = signWebhook({ ...vector, secrets: [other, vector.secret] })
    expect(signed['webhook-signature'].split(' ')).toHaveLength(2)
    expect(signed['webhook-signature'].endsWith(vector.signature)).toBe(true)
  })

  it.each([
    { id: 'a.b' },
    { id: '' },
    { timestamp: 1.5 },
    { timestamp: -1 },
    { timestamp: Number.NaN },
    { secrets: [] },
  ])('does not send what we would refuse: %j', (change) => {
    expect(() => signWebhook({ ...vector, secrets: [other], ...change })).toThrow()
  })
})

describe('against the public library', () => {
  const now = new Date()
  const timestamp = Math.floor(now.getTime() / 1000)
  const secret = newSecret(randomBytes)
  const library = new Webhook(secret)

  it('it believes what we sign', () => {
    const body = Buffer.from('{"type":"offer.created","data":{"areaName":"Oesapa – Kelapa Lima"}}')
    const signed = signWebhook({ id: 'evt_1', timestamp, body, secrets: [other, secret] })
    expect(library.verify(body, signed)).toEqual(JSON.parse(body.toString()))
  })

  it('we believe what it signs', () => {
    const body = '{"type":"offer.accepted","data":{"offerId":"off_1","reason":"siap 🙏"}}'
    const headers = {
      'webhook-id': 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W',
      'webhook-timestamp': String(timestamp),
      'webhook-signature': library.sign('msg_2KWPBgLlAfxdpx2AI54pPJ85f4W', now, body),
    }
    expect(
      refusal({ headers: Object.entries(headers).flat(), body: Buffer.from(body), secrets: [secret], now }),
    ).toBe('believed')
  })
})

describe('secrets', () => {
  it('are whsec_ and 24 to 64 bytes', () => {
    expect(parseSecret(vector.secret)).toHaveLength(24)
    expect(parseSecret(other)).toHaveLength(32)
    expect(parseSecret(`whsec_${randomBytes(64).toString('base64')}`)).toHaveLength(64)
    expect(newSecret(randomBytes)).not.toBe(newSecret(randomBytes))
  })

  it.each([
    '',
    'whsec_',
    vector.secret.slice(6),
    `WHSEC_${vector.secret.slice(6)}`,
    `${vector.secret} `,
    `${vector.secret}!`,
    `whsec_${randomBytes(23).toString('base64')}`,
    `whsec_${randomBytes(65).toString('base64')}`,
    `whsec_${Buffer.alloc(32, 255).toString('base64url')}`,
  ])('are not "%s"', (secret) => {
    expect(() => parseSecret(secret)).toThrow(SecretError)
    expect(() => verify({ secrets: [secret] })).toThrow(SecretError)
  })
})
