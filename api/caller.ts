import type { Role } from '#contracts/domain/roles.ts'
import type { Op } from '#contracts/store/ledger.ts'

/** Who is signed in, as he stands now (not as he stood when the token was made). */
export interface Caller {
  userId: string
  /** The sign-in that the token belongs to. */
  sid: string
  role: Role
  agencyId: string
  /** Set for a partner_admin: the only partner he sees. */
  partnerId: string | null
}

/** The operation of a caller: the same key is the same operation. */
export const opOf = ({ userId, agencyId }: Caller, key: string): Op => ({
  opId: `api:${userId}:${key}`,
  agencyId,
  by: { kind: 'user', id: userId },
})
