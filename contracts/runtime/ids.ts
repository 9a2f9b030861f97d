import { createHash, createHmac } from 'node:crypto'
import { base32, base32Number } from './base32.ts'
import type { Clock } from './clock.ts'

export type RandomBytes = (size: number) => Uint8Array

export interface Ids {
  /** A new id, e.g. `next('inc')` → `inc_01k6…`: 10 characters of time in ms, 12 of chance (60 bits). */
  next(prefix: string): string
}

/** Ids that sort by the millisecond of their making, within one prefix. */
export function createIds(randomBytes: RandomBytes, clock: Clock): Ids {
  return {
    next: (prefix) => {
      const time = base32Number(clock.now().getTime(), 10)
      return `${checked(prefix)}_${time}${base32(randomBytes(8)).slice(0, 12)}`
    },
  }
}

/**
 * The id that follows from `parts`, the same for every repeat: 130 bits of SHA-256 in 26 characters.
 * Throws when a part holds U+0000, the separator: two lists of parts must not meet in one id.
 */
export function derivedId(prefix: string, ...parts: readonly string[]): string {
  if (parts.some((part) => part.includes('\u0000'))) throw new TypeError('a part of an id holds U+0000')
  const hash = createHash('sha256').update(parts.join('\u0000')).digest()
  return `${checked(prefix)}_${base32(hash).slice(0, 26)}`
}

/**
 * Who a natural person is to us: HMAC-SHA256 of the phone number under the server's key, in hex.
 * Throws unless the number is E.164 (`+6281…`): another spelling would be another person.
 */
export function personKey(key: string, e164: string): string {
  if (!/^\+[1-9]\d{6,14}$/.test(e164)) throw new TypeError('a phone number is not in E.164 form')
  return createHmac('sha256', key).update(e164).digest('hex')
}

/** SHA-256 in hex; text is taken as UTF-8. */
export function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

function checked(prefix: string): string {
  if (!/^[a-z][a-z0-9]*$/.test(prefix)) throw new TypeError(`"${prefix}" is no id prefix`)
  return prefix
}
