import type { Ledger } from '#contracts/store/ledger.ts'
import type { Sessions } from '#contracts/store/sessions.ts'
import type { Caller } from '../../caller.ts'
import type { TokenPayload } from './access-token.ts'

/** A revoked sign-in or a disabled user must see nothing after 5 s: what is known is believed for less. */
const BELIEVED_MS = 3000
const MOST = 10_000

interface Known {
  readAt: number
  caller: Promise<Caller | null>
}

/** Who somebody with a valid token is now: role and state of today, or null when he may not come in any more. */
export const createStanding = (ledger: Ledger, sessions: Sessions, elapsedMs: () => number) => {
  const known = new Map<string, Known>()

  const read = async ({ sub, sid, agencyId }: TokenPayload): Promise<Caller | null> => {
    const [user, isDead] = await Promise.all([ledger.load('user', sub), sessions.isDead(sid)])
    if (user === null || isDead || user.state.status !== 'enabled' || user.agencyId !== agencyId) return null
    const { role, partnerId } = user.state
    return { userId: sub, sid, role, agencyId, partnerId }
  }

  return {
    of: (token: TokenPayload): Promise<Caller | null> => {
      const held = known.get(token.sid)
      if (held !== undefined && elapsedMs() - held.readAt < BELIEVED_MS) return held.caller
      if (known.size >= MOST) known.clear()
      const caller = read(token)
      known.set(token.sid, { readAt: elapsedMs(), caller })
      // What could not be read is not remembered.
      caller.catch(() => known.delete(token.sid))
      return caller
    },

    /** He signed out here: believed no longer, not even for a moment. */
    forget: (sid: string): void => void known.delete(sid),
  }
}
export type Standing = ReturnType<typeof createStanding>
