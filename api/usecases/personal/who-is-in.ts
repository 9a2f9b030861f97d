import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { digest } from '#contracts/runtime/ids.ts'
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

/**
 * Whom a cookie belongs to, as he stands now: a sign-in ends at its time, with his leave, and with his suspension, also
 * when that is taken back later.
 */
export const whoIsIn = async (context: Context, token: string): Promise<WhoIsIn | null> => {
  const { sessions, clock, store } = context
  const now = clock.now().toISOString()
  const held = await sessions.find(visitorOf(token))
  if (held === null || held.revokedAt !== null || held.expiresAt <= now) return null
  const volunteer = (await store.ledger.load('volunteer', held.userId))?.state
  if (volunteer === undefined) return null
  if (mayComeIn(volunteer)) return { volunteer, sid: held.family }
  await sessions.killAll(volunteer.id, now)
  return null
}
