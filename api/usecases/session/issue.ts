import type { Instant } from '#contracts/domain/instant.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { digest } from '#contracts/runtime/ids.ts'
import type { Me } from '#contracts/wire/routes/session.ts'
import type { Caller } from '../../caller.ts'
import type { Context } from '../../context.ts'
import { whoIs } from '../../queries/me.ts'
import { signAccess } from './access-token.ts'

/** A sign-in that is not used for this long ends. */
export const REFRESH_TTL_S = 12 * 3600
const KEPT_S = 24 * 3600

export interface SignedIn {
  accessToken: string
  expiresAt: Instant
  me: Me
  /** For the cookie only; we keep its hash. */
  refreshToken: string
}

export const hashOf = (refreshToken: string): string => digest(refreshToken)

/** Gives a caller an access token and the next refresh token of his family (his `sid`), on his device. */
export const issue = async (context: Context, caller: Caller, device?: string): Promise<SignedIn> => {
  const { clock, config, sessions, randomToken } = context
  const now = clock.now()
  const issuedAt = now.toISOString()
  const refreshToken = randomToken()
  await sessions.forget(caller.userId, plusSeconds(issuedAt, -KEPT_S))
  await sessions.add({
    _id: hashOf(refreshToken),
    family: caller.sid,
    userId: caller.userId,
    issuedAt,
    expiresAt: plusSeconds(issuedAt, REFRESH_TTL_S),
    rotatedAt: null,
    revokedAt: null,
    ...(device !== undefined && { device }),
  })
  const me = await whoIs(context, caller)
  return { ...signAccess(caller, config.jwtSecret, now), me, refreshToken }
}
