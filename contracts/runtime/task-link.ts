import { createHmac, timingSafeEqual } from 'node:crypto'
import { base32 } from './base32.ts'

const PREFIX = 'of_'
/** 80 bits: sixteen characters that nobody guesses, in a link that still fits a short message. */
const MAC_BYTES = 10

const macOf = (serverKey: string, offerId: string): string =>
  base32(createHmac('sha256', serverKey).update(`task-link:${offerId}`).digest().subarray(0, MAC_BYTES))

/** The secret part of the task link of an offer; nothing of it is stored. */
export const taskToken = (serverKey: string, offerId: string): string => {
  if (!offerId.startsWith(PREFIX)) throw new TypeError('this is no offer id')
  return `${offerId.slice(PREFIX.length)}-${macOf(serverKey, offerId)}`
}

/** The offer that a token stands for; null for a token that we did not make. */
export const offerOfToken = (serverKey: string, token: string): string | null => {
  const [, name, mac] = /^([0-9a-z]{1,60})-([0-9a-z]{16})$/.exec(token) ?? []
  if (name === undefined || mac === undefined) return null
  const offerId = PREFIX + name
  return timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(serverKey, offerId))) ? offerId : null
}

/** The address of a task page below the public one. */
export const linkPath = (serverKey: string, offerId: string): string => `/t/${taskToken(serverKey, offerId)}`
