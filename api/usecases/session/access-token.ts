import jwt from 'jsonwebtoken'
import { z } from 'zod'
import { Role } from '#contracts/domain/roles.ts'
import { plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import type { Caller } from '../../caller.ts'
import { Trouble } from '../../trouble.ts'

const ACCESS_TTL_S = 15 * 60
const ISSUER = 'top-ranger'
const AUDIENCE = 'top-ranger-api'

const Payload = z.object({
  sub: z.string(),
  sid: z.string(),
  role: Role,
  agencyId: z.string(),
  exp: z.int(),
})
export type TokenPayload = z.infer<typeof Payload>

const seconds = (now: Date): number => Math.floor(now.getTime() / 1000)

/** A token for `Authorization: Bearer`, valid for 15 minutes by database time. */
export const signAccess = (
  caller: Omit<Caller, 'partnerId'>,
  secret: string,
  now: Date,
): { accessToken: string; expiresAt: Instant } => {
  const { userId, sid, role, agencyId } = caller
  const iat = seconds(now)
  const accessToken = jwt.sign({ sid, role, agencyId, iat, exp: iat + ACCESS_TTL_S }, secret, {
    algorithm: 'HS256',
    subject: userId,
    issuer: ISSUER,
    audience: AUDIENCE,
  })
  return { accessToken, expiresAt: plusSeconds(new Date(iat * 1000).toISOString(), ACCESS_TTL_S) }
}

/** @throws Trouble `not_signed_in` for every token that we did not make, or not for now */
export const readAccess = (token: string, secret: string, now: Date): TokenPayload => {
  try {
    const decoded = jwt.verify(token, secret, {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: AUDIENCE,
      maxAge: ACCESS_TTL_S,
      clockTimestamp: seconds(now),
    })
    return Payload.parse(decoded)
  } catch (error) {
    if (error instanceof jwt.JsonWebTokenError || error instanceof z.ZodError)
      throw new Trouble('not_signed_in')
    throw error
  }
}
