import { timingSafeEqual } from 'node:crypto'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { numberCode } from '#contracts/runtime/number-code.ts'
import { SIGN_IN_DIGITS, signInCodeName } from '#contracts/wire/sms.ts'
import type { Context } from '../../context.ts'
import { Trouble } from '../../trouble.ts'
import { mayComeIn, visitorOf } from './who-is-in.ts'

/** After so many guesses a code is worth nothing, right or wrong. */
export const MOST_GUESSES = 5
export const SESSION_S = 14 * 24 * 3600

export interface CodeGiven {
  visitor: string
  digits: string
  address: string
}

const isSame = (right: string, given: string): boolean =>
  right.length === given.length && timingSafeEqual(Buffer.from(right), Buffer.from(given))

/**
 * Somebody types the code that he was sent, and comes in: once, in time, in the browser that asked for it. Returns the new
 * secret of his cookie; the old one opens nothing. Every no is the same no.
 * @throws Trouble `bad_credentials`, `too_many`
 */
export const signInByCode = async (context: Context, given: CodeGiven): Promise<string> => {
  const { clock, ids, serverKey, sessions, signInCodes, store, randomToken } = context
  const { visitor, digits, address } = given
  await context.personalLimits.guess(address)
  const now = clock.now().toISOString()
  const held = await signInCodes.guess(visitor, now, MOST_GUESSES)
  const right = numberCode(serverKey, signInCodeName(held?.codeId ?? ''), SIGN_IN_DIGITS)
  const fits = isSame(right, digits)
  const volunteer = (await store.ledger.load('volunteer', held?.volunteerId ?? ''))?.state
  const isHe = volunteer !== undefined && mayComeIn(volunteer) && volunteer.personKey === held?.personKey
  if (held === null || !fits || !isHe || !(await signInCodes.use(held, now)))
    throw new Trouble('bad_credentials')
  const token = randomToken()
  await sessions.forget(volunteer.id, now)
  await sessions.add({
    _id: visitorOf(token),
    family: ids.next('sid'),
    userId: volunteer.id,
    issuedAt: now,
    expiresAt: plusSeconds(now, SESSION_S),
    rotatedAt: null,
    revokedAt: null,
    personKey: volunteer.personKey,
  })
  return token
}
