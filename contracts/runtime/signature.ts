import { isUtf8 } from 'node:buffer'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { decodeBase64, parseSecret } from './secret.ts'
import { type SecurityHeader, SignatureError, securityHeaders } from './security-headers.ts'

const SIGNATURE_BYTES = 32
const MOST_SIGNATURES = 8

export interface SignOptions {
  id: string
  /** Unix seconds of this attempt; a retry signs anew. */
  timestamp: number
  /** The bytes that go over the wire. */
  body: Uint8Array
  /** `whsec_…`; one signature per secret, two while rotating. */
  secrets: readonly string[]
}

export interface VerifyOptions {
  /** `req.rawHeaders`: names and values in turn, doubles kept apart. */
  rawHeaders: readonly string[]
  /** The bytes as they came, before any parsing. */
  body: Uint8Array
  /** `whsec_…`; any one that fits will do. */
  secrets: readonly string[]
  now: Date
  toleranceS?: number
  /** The body is no text (a photo): any bytes will do. */
  binary?: boolean
}

export interface VerifiedWebhook {
  id: string
  timestamp: Date
}

/**
 * The three headers of Standard Webhooks 1.0.0 (symmetric, `v1`): HMAC-SHA256 of `id.timestamp.body`.
 * Throws on an id or timestamp that `verifyWebhook` would refuse, on no secret and on a malformed secret.
 */
export function signWebhook({ id, timestamp, body, secrets }: SignOptions): Record<SecurityHeader, string> {
  if (secrets.length === 0) throw new TypeError('nothing to sign with: no secret')
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets
      .map((secret) => `v1,${mac(secret, id, String(timestamp), body).toString('base64')}`)
      .join(' '),
  }
  securityHeaders(Object.entries(headers).flat())
  return headers
}

/**
 * Returns id and time of an authentic webhook, or throws `SignatureError` with the `status` to answer and a stable
 * `code`. Stricter than the specification asks: see `securityHeaders`. Throws `SecretError` on a secret of ours
 * that is malformed.
 */
export function verifyWebhook(options: VerifyOptions): VerifiedWebhook {
  const { rawHeaders, body, secrets, now, toleranceS = 300, binary = false } = options
  const { id, timestamp, signature } = securityHeaders(rawHeaders)
  const given = v1Signatures(signature)
  if (!binary && !isUtf8(body)) throw new SignatureError('invalid_utf8')

  // Whole seconds, as the sender counts them: exactly `toleranceS` away still holds.
  const away = Math.abs(Math.floor(now.getTime() / 1000) - Number(timestamp))
  if (!(away <= toleranceS)) throw new SignatureError('stale')

  let fits = false
  for (const secret of secrets) {
    const expected = mac(secret, id, timestamp, body)
    // No early exit: the time taken must not tell which secret or which signature fitted.
    for (const candidate of given) fits = timingSafeEqual(candidate, expected) || fits
  }
  if (!fits) throw new SignatureError('bad_signature')
  return { id, timestamp: new Date(Number(timestamp) * 1000) }
}

function mac(secret: string, id: string, timestamp: string, body: Uint8Array): Buffer {
  return createHmac('sha256', parseSecret(secret)).update(`${id}.${timestamp}.`).update(body).digest()
}

// Other versions (`v1a`) are left aside so that a sender may add them; none of ours left means nothing can fit.
function v1Signatures(header: string): Buffer[] {
  const entries = header.split(' ')
  if (entries.length > MOST_SIGNATURES) throw new SignatureError('malformed_header')
  const signatures: Buffer[] = []
  for (const entry of entries) {
    const [, version, value] = /^([a-z0-9]+),([^,]+)$/.exec(entry) ?? []
    if (version === undefined || value === undefined) throw new SignatureError('malformed_header')
    if (version !== 'v1') continue
    const bytes = decodeBase64(value)
    if (bytes?.length !== SIGNATURE_BYTES) throw new SignatureError('malformed_header')
    signatures.push(bytes)
  }
  return signatures
}
