import { createHash } from 'node:crypto'

/**
 * Standard Webhooks written down a second time, by the letter of the specification and with nothing of the platform's own
 * signer: HMAC as in RFC 2104 from plain SHA-256, base64 as in RFC 4648 from its alphabet.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const BLOCK = 64

/** The value of one character, or -1. */
export const sextet = (character: string): number => (character === '' ? -1 : ALPHABET.indexOf(character))

const decoded = (text: string): number[] => {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const character of text) {
    if (character === '=') break
    held = (held << 6) | sextet(character)
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 0xff)
  }
  return bytes
}

export const encoded = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const group = (a << 16) | (b << 8) | c
    const here = Math.min(3, bytes.length - at)
    for (let place = 0; place < 4; place += 1)
      text += place <= here ? ALPHABET.charAt((group >> (18 - 6 * place)) & 63) : '='
  }
  return text
}

interface Pads {
  inner: Uint8Array
  outer: Uint8Array
}
const known = new Map<string, Pads>()
const padsOf = (secret: string): Pads => {
  const pads = known.get(secret) ?? computed(secret)
  // A few secrets are used again and again, most never.
  if (known.size < 64) known.set(secret, pads)
  return pads
}
const computed = (secret: string): Pads => {
  // No key here is longer than a block: 24 to 64 bytes.
  const key = decoded(secret.slice('whsec_'.length))
  const padded = Array.from({ length: BLOCK }, (_, at) => key[at] ?? 0)
  return {
    inner: Uint8Array.from(padded, (byte) => byte ^ 0x36),
    outer: Uint8Array.from(padded, (byte) => byte ^ 0x5c),
  }
}

/** `v1,` and the signature of what was sent under this id at this time. */
export const signatureOf = (secret: string, id: string, timestamp: string, body: Uint8Array): string => {
  const { inner, outer } = padsOf(secret)
  const first = createHash('sha256').update(inner).update(`${id}.${timestamp}.`, 'utf8').update(body).digest()
  return `v1,${encoded(createHash('sha256').update(outer).update(first).digest())}`
}
