import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { digest } from '#contracts/runtime/ids.ts'
import type { RefreshToken } from '#contracts/store/documents.ts'
import type { Context } from '../../context.ts'

/** Somebody without a platform who waits to be admitted or is. Whoever is suspended or has left stays outside. */
export const mayComeIn = ({ standing, channel }: Volunteer): boolean =>
  channel === 'link' && (standing === 'active' || standing === 'pending')

/** A visitor is known by the hash of his cookie only. */
export const visitorOf = (token: string): string => digest(token)

export interface WhoIsIn {
  volunteer: Volunteer
  /** The sign-in. */
  sid: string
}

/** With another phone he is another person than the one who came in. */
const isStillHe = ({ personKey }: RefreshToken, volunteer: Volunteer): boolean =>
  personKey === undefined || personKey === volunteer.personKey

/**
 * Whom a cookie belongs to, as he stands now: a sign-in ends at its time, with his leave, with his phone, and with his
 * suspension, also when that is taken back later.
 */
export const whoIsIn = async (context: Context, token: string): Promise<WhoIsIn | null> => {
  const { sessions, clock, store } = context
  const now = clock.now().toISOString()
  const held = await sessions.find(visitorOf(token))
  if (held === null || held.revokedAt !== null || held.expiresAt <= now) return null
  const volunteer = (await store.ledger.load('volunteer', held.userId))?.state
  if (volunteer === undefined) return null
  if (!mayComeIn(volunteer)) await sessions.killAll(volunteer.id, now)
  // Whoever has come in with the new phone stays in.
  else if (!isStillHe(held, volunteer)) await sessions.kill(held.family, now)
  else return { volunteer, sid: held.family }
  return null
}
