import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { newSecret } from '#contracts/runtime/secret.ts'
import { SignatureError } from '#contracts/runtime/security-headers.ts'
import { signWebhook, verifyWebhook } from '#contracts/runtime/signature.ts'

const [old, fresh, retired] = [newSecret(randomBytes), newSecret(randomBytes), newSecret(randomBytes)]
const now = new Date()
const timestamp = Math.floor(now.getTime() / 1000)
const body = Buffer.from('{"type":"ping","timestamp":"2026-01-17T06:05:00.000Z","data":{"note":"Rotasi"}}')

/** Somebody else signs with these; do we believe it when those count? */
const weBelieve = (signing: string[], secrets: string[]): boolean => {
  const signature = signing.map((secret) => new Webhook(secret).sign('msg_r', now, body)).join(' ')
  const headers = {
    'webhook-id': 'msg_r',
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signature,
  }
  try {
    verifyWebhook({ rawHeaders: Object.entries(headers).flat(), body, secrets, now })
    return true
  } catch (error) {
    if (error instanceof SignatureError && error.code === 'bad_signature') return false
    throw error
  }
}

/** We sign with these; does somebody believe it who knows this one? */
const theyBelieve = (secrets: string[], known: string): boolean => {
  const headers = signWebhook({ id: 'msg_r', timestamp, body, secrets })
  try {
    new Webhook(known).verify(body, headers)
    return true
  } catch {
    return false
  }
}

/** The steps of a rotation: at none of them a message is lost, after the last one the old secret is worth nothing. */
describe('a rotation', () => {
  it('of what a partner signs with: we take both, he changes over, we drop the old one', () => {
    expect(weBelieve([old], [old])).toBe(true)
    expect(weBelieve([old], [old, fresh])).toBe(true)
    expect(weBelieve([old, fresh], [old, fresh])).toBe(true)
    expect(weBelieve([fresh], [old, fresh])).toBe(true)
    expect(weBelieve([fresh], [fresh])).toBe(true)
    expect(weBelieve([old, fresh], [fresh])).toBe(true)
    expect(weBelieve([old], [fresh])).toBe(false)
    expect(weBelieve([retired], [old, fresh])).toBe(false)
  })

  it('of what we sign with: we sign with both, he changes over, we drop the old one', () => {
    expect(theyBelieve([old], old)).toBe(true)
    expect(theyBelieve([old, fresh], old)).toBe(true)
    expect(theyBelieve([old, fresh], fresh)).toBe(true)
    expect(theyBelieve([fresh], fresh)).toBe(true)
    expect(theyBelieve([fresh], old)).toBe(false)
    expect(theyBelieve([old, fresh], retired)).toBe(false)
  })
})
