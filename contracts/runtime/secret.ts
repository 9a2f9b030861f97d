import type { RandomBytes } from './ids.ts'

const PREFIX = 'whsec_'
const SHORTEST = 24
const LONGEST = 64
const NEW = 32

export class SecretError extends Error {
  constructor() {
    super(`a webhook secret is "${PREFIX}" and base64 of ${SHORTEST} to ${LONGEST} bytes`)
    this.name = 'SecretError'
  }
}

/** The key inside a `whsec_…` secret. Throws `SecretError`, which never repeats the secret. */
export function parseSecret(secret: string): Buffer {
  const key = secret.startsWith(PREFIX) ? decodeBase64(secret.slice(PREFIX.length)) : undefined
  if (key === undefined || key.length < SHORTEST || key.length > LONGEST) throw new SecretError()
  return key
}

/** A fresh secret of 32 bytes. */
export function newSecret(randomBytes: RandomBytes): string {
  return PREFIX + Buffer.from(randomBytes(NEW)).toString('base64')
}

/** Undefined unless `text` is the one canonical, padded base64 spelling: Node itself skips what it cannot read. */
export function decodeBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}
