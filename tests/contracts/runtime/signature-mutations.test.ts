import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { expect, it } from 'vitest'
import { newSecret } from '#contracts/runtime/secret.ts'
import { SignatureError } from '#contracts/runtime/security-headers.ts'
import { signWebhook, verifyWebhook } from '#contracts/runtime/signature.ts'

interface Sent {
  id: string
  timestamp: string
  signature: string
  body: Buffer
  secrets: string[]
  extra: string[]
}

const now = new Date()
const seconds = Math.floor(now.getTime() / 1000)
const idCharacters = 'abcdefghijklmnopqrstuvwxyz0123456789_-:/~!'.split('')

const genuine: fc.Arbitrary<Sent> = fc
  .record({
    id: fc.string({ unit: fc.constantFrom(...idCharacters), minLength: 1, maxLength: 100 }),
    ago: fc.integer({ min: -200, max: 200 }),
    body: fc.oneof(fc.json(), fc.string({ unit: 'grapheme' })).map((text) => Buffer.from(text)),
    rotating: fc.boolean(),
  })
  .map(({ id, ago, body, rotating }) => {
    const secrets = rotating ? [newSecret(randomBytes), newSecret(randomBytes)] : [newSecret(randomBytes)]
    const signed = signWebhook({ id, timestamp: seconds - ago, body, secrets })
    return {
      id,
      timestamp: signed['webhook-timestamp'],
      signature: signed['webhook-signature'],
      body,
      secrets,
      extra: [],
    }
  })

function believed(sent: Sent): boolean {
  const rawHeaders = ['webhook-id', sent.id, 'webhook-timestamp', sent.timestamp]
  rawHeaders.push('webhook-signature', sent.signature, ...sent.extra)
  try {
    verifyWebhook({ rawHeaders, body: sent.body, secrets: sent.secrets, now })
    return true
  } catch (err) {
    if (err instanceof SignatureError) return false
    throw err
  }
}

const cut = (text: string, at: number, put: string) => text.slice(0, at) + put + text.slice(at + 1)

/** Each changes something that was signed, or how it was said; `n` picks the place. */
const mutations: Record<string, (sent: Sent, n: number) => Sent> = {
  bitOfBody: (sent, n) => {
    if (sent.body.length === 0) return { ...sent, body: Buffer.from('x') }
    const body = Buffer.from(sent.body)
    const place = n % body.length
    body.writeUInt8(body.readUInt8(place) ^ (1 << (n % 8)), place)
    return { ...sent, body }
  },
  longerBody: (sent) => ({ ...sent, body: Buffer.concat([sent.body, Buffer.from(' ')]) }),
  otherId: (sent, n) => {
    const place = n % sent.id.length
    return { ...sent, id: cut(sent.id, place, sent.id.charAt(place) === 'a' ? 'b' : 'a') }
  },
  longerId: (sent) => ({ ...sent, id: `${sent.id}0` }),
  otherSecond: (sent) => ({ ...sent, timestamp: String(Number(sent.timestamp) + 1) }),
  sameSecondOtherwise: (sent, n) => ({
    ...sent,
    timestamp:
      [`0${sent.timestamp}`, `+${sent.timestamp}`, `${sent.timestamp}.0`, `${sent.timestamp} `][n % 4] ?? '',
  }),
  movedBoundary: (sent) => ({
    ...sent,
    id: `${sent.id}.${sent.timestamp}`,
    body: Buffer.from(sent.body.toString().replace(/^\d+\./, '')),
  }),
  bitOfEverySignature: (sent, n) => ({
    ...sent,
    signature: sent.signature
      .split(' ')
      .map((entry) => {
        const bytes = Buffer.from(entry.slice(3), 'base64')
        bytes.writeUInt8(bytes.readUInt8(n % 32) ^ (1 << (n % 8)), n % 32)
        return `v1,${bytes.toString('base64')}`
      })
      .join(' '),
  }),
  looserSpelling: (sent, n) => ({
    ...sent,
    signature:
      [sent.signature.replace(/=$/, ''), `${sent.signature}=`, ` ${sent.signature}`, `${sent.signature} `][
        n % 4
      ] ?? '',
  }),
  otherVersion: (sent, n) => ({
    ...sent,
    signature: sent.signature.replaceAll('v1,', ['v1a,', 'v2,', 'V1,', 'v1 ,'][n % 4] ?? ''),
  }),
  doubledHeader: (sent, n) => ({
    ...sent,
    extra:
      [
        ['Webhook-Id', sent.id],
        ['webhook-Timestamp', sent.timestamp],
        ['webhook-signature', sent.signature],
      ][n % 3] ?? [],
  }),
  otherSecret: (sent) => ({ ...sent, secrets: [newSecret(randomBytes)] }),
  brokenUtf8: (sent) => ({ ...sent, body: Buffer.concat([sent.body, Buffer.from([0xff])]) }),
}

it('believes every genuine webhook, as the public library does, and no mutation of one', () => {
  const counts: Record<string, number> = { genuine: 0 }
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1
  }
  fc.assert(
    fc.property(genuine, fc.nat(), (sent, n) => {
      expect(believed(sent)).toBe(true)
      for (const secret of sent.secrets) {
        const headers = {
          'webhook-id': sent.id,
          'webhook-timestamp': sent.timestamp,
          'webhook-signature': sent.signature,
        }
        new Webhook(secret).verify(sent.body, headers, { jsonParse: false })
      }
      count('genuine')
      for (const [name, mutate] of Object.entries(mutations)) {
        expect(believed(mutate(sent, n)), name).toBe(false)
        count(name)
      }
    }),
    { numRuns: 500 },
  )
  console.log('webhooks tried:', counts)
  expect(Object.keys(counts)).toHaveLength(Object.keys(mutations).length + 1)
})
