import { sextet, signatureOf } from './reference.ts'
import { ID, SIGNATURE, TIMESTAMP, type SignedRequest } from './signed-request.ts'

/** Why a request must be refused, and the status that the contract names for it. */
export const statusOf = {
  missing_header: 401,
  duplicate_header: 400,
  malformed_header: 400,
  bad_timestamp: 400,
  invalid_utf8: 400,
  stale: 401,
  bad_signature: 401,
} as const
export type Fault = keyof typeof statusOf

const SECONDS = 300
const isVisible = (character: string): boolean => character > ' ' && character < '\u007f'
const isDigit = (character: string): boolean => character >= '0' && character <= '9'
const isLower = (character: string): boolean => character >= 'a' && character <= 'z'

const isId = (id: string): boolean =>
  id.length >= 1 && id.length <= 128 && Array.from(id).every((one) => isVisible(one) && one !== '.')

const isTime = (time: string): boolean =>
  time.length >= 1 && time.length <= 11 && !time.startsWith('0') && Array.from(time).every(isDigit)

/** 32 bytes: 43 characters of base64, the last of which carries two bits that must be zero, and one `=`. */
const isMac = (text: string): boolean =>
  text.length === 44 &&
  text.endsWith('=') &&
  Array.from(text.slice(0, 43)).every((one) => sextet(one) >= 0) &&
  sextet(text.charAt(42)) % 4 === 0

const isSignature = (entry: string): boolean => {
  const [version = '', value = '', ...rest] = entry.split(',')
  const isVersion = version !== '' && Array.from(version).every((one) => isLower(one) || isDigit(one))
  if (!isVersion || value === '' || rest.length > 0 || !Array.from(value).every(isVisible)) return false
  return version !== 'v1' || isMac(value)
}

const isList = (text: string): boolean => {
  const entries = text.split(' ')
  return text.length <= 1024 && entries.length <= 8 && entries.every(isSignature)
}

const isText = (body: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body)
    return true
  } catch {
    return false
  }
}

/**
 * Everything that is wrong with a request, written from the contract alone and not from the verifier. Empty: it must be
 * believed. With a fault in the headers nothing further can be said about it.
 */
export const faultsOf = (request: SignedRequest): Set<Fault> => {
  const faults = new Set<Fault>()
  const value = (name: string, fits: (text: string) => boolean, otherwise: Fault): string => {
    const [only, ...more] = request.headers.filter(([given]) => given.toLowerCase() === name)
    if (only === undefined) faults.add('missing_header')
    else if (more.length > 0) faults.add('duplicate_header')
    else if (!fits(only[1])) faults.add(otherwise)
    return only?.[1] ?? ''
  }
  const id = value(ID, isId, 'malformed_header')
  const time = value(TIMESTAMP, isTime, 'bad_timestamp')
  const list = value(SIGNATURE, isList, 'malformed_header')
  if (faults.size > 0) return faults

  if (!isText(request.body)) faults.add('invalid_utf8')
  if (Math.abs(Math.floor(request.nowMs / 1000) - Number(time)) > SECONDS) faults.add('stale')
  const expected = request.secrets.map((secret) => signatureOf(secret, id, time, request.body))
  if (!list.split(' ').some((entry) => expected.includes(entry))) faults.add('bad_signature')
  return faults
}
