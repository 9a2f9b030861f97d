import type { Context } from '../../context.ts'
import { hashOf } from './issue.ts'

/** Ends the sign-in that a refresh token belongs to; an unknown token has nothing to end. */
export const signOut = async (context: Context, refreshToken: string): Promise<void> => {
  const held = await context.sessions.find(hashOf(refreshToken))
  if (held === null) return
  await context.sessions.kill(held.family, context.clock.now().toISOString())
  context.standing.forget(held.family)
}
