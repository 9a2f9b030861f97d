import { describe, expect, it } from 'vitest'
import { SecretError } from '#contracts/runtime/secret.ts'
import { signWebhook, verifyWebhook } from '#contracts/runtime/signature.ts'
import { signatureOf } from '../../../local/fuzz/signature/reference.ts'

/**
 * Written down by hand from where they were published. (The example of the specification itself cannot be among them: its
 * secret is not published with it.)
 */
const vectors = [
  {
    source: 'github.com/standard-webhooks/standard-webhooks: tests of the libraries of all languages',
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: 1_614_265_330,
    body: '{"test": 2432232314}',
    signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
]
/** Of the guide for partners; computed with `openssl dgst -sha256 -mac HMAC`. */
const guide = {
  source: 'docs/partner-guide.md',
  secret: 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
  id: 'msg_guide_1',
  timestamp: 1_768_629_901,
  body: '{"type":"volunteer.duty_changed","timestamp":"2026-01-17T14:05:01+08:00","data":{"volunteerRef":"uji-1","duty":"on"}}',
  signature: 'v1,R5yeylN9++FEZgtUmtLacaR0SpvjfBiAdNa66xT+33I=',
}

/** Of a time when 18 bytes were thought enough: the same computation, with a secret that we do not take. */
const short = {
  source: 'docs.svix.com/receiving/verifying-payloads/how-manual: "How to verify webhooks manually"',
  secret: 'whsec_plJ3nmyCDGBKInavdOK15jsl',
  id: 'msg_loFOjxBNrRLzqYUf',
  timestamp: 1_731_705_121,
  body: '{"event_type":"ping","data":{"success":true}}',
  signature: 'v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=',
}

describe.each([...vectors, guide])(
  'the vector of $source',
  ({ secret, id, timestamp, signature, ...rest }) => {
    const body = Buffer.from(rest.body)

    it('is what we sign', () => {
      expect(signWebhook({ id, timestamp, body, secrets: [secret] })).toEqual({
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signature,
      })
    })

    it('is what we believe, and not a byte beside it', () => {
      const headers = {
        'Webhook-Id': id,
        'Webhook-Timestamp': String(timestamp),
        'Webhook-Signature': signature,
      }
      const sent = {
        rawHeaders: Object.entries(headers).flat(),
        secrets: [secret],
        now: new Date(timestamp * 1000),
      }
      expect(verifyWebhook({ ...sent, body })).toEqual({ id, timestamp: new Date(timestamp * 1000) })
      expect(() => verifyWebhook({ ...sent, body: Buffer.concat([body, Buffer.from(' ')]) })).toThrow(
        'bad_signature',
      )
    })

    it('is what the oracle of the fuzzer computes', () => {
      expect(signatureOf(secret, id, String(timestamp), body)).toBe(signature)
    })
  },
)

it('a published vector with a shorter secret is computed alike, and its secret is refused', () => {
  const { secret, id, timestamp, body, signature } = short
  expect(signatureOf(secret, id, String(timestamp), Buffer.from(body))).toBe(signature)
  expect(() => signWebhook({ id, timestamp, body: Buffer.from(body), secrets: [secret] })).toThrow(
    SecretError,
  )
})
