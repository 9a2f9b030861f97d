// Crockford's alphabet in lower case: no i, l, o, u, so an id read aloud is not misheard.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Whole groups of five bits, most significant first; up to four bits at the end are left out. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET.charAt((held >>> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return text
}

/** A whole number ≥ 0 in exactly `length` characters, so that text order is number order. */
export function base32Number(value: number, length: number): string {
  let rest = value
  let text = ''
  while (text.length < length) {
    text = ALPHABET.charAt(rest % 32) + text
    rest = Math.floor(rest / 32)
  }
  return text
}
