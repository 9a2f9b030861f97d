import type { Clock } from '#contracts/runtime/clock.ts'
import type { Ids } from '#contracts/runtime/ids.ts'
import type { Logger } from '#contracts/runtime/log.ts'
import type { Claims } from './claims.ts'
import type { Claim } from './documents.ts'

/** Whom it is about, and the natural persons to be kept free meanwhile. */
export interface Held {
  agencyId: string
  volunteerId: string
  personKeys: readonly string[]
}

/** The incident of a claim that belongs to none. */
const NONE = ''
export const isHold = ({ incidentId }: Claim): boolean => incidentId === NONE

/**
 * Keeps natural persons from being bound for a moment, by claims that name no incident: another phone makes a volunteer
 * another person, and he must not be asked as the old one while that is written. Whoever binds takes the claim first and
 * then reads whether the volunteer is still this person (offering); so one of the two always sees the other. A hold whose
 * process died is freed by the reconciler like any other claim.
 */
export const createHolds = (claims: Claims, clock: Clock, ids: Ids, log: Logger) => {
  const hold = async (claim: Omit<Claim, 'offerId'>): Promise<string | null> => {
    const offerId = ids.next('hold')
    return (await claims.take({ ...claim, offerId })) ? offerId : null
  }

  return async <T>(
    { agencyId, volunteerId, personKeys }: Held,
    work: (isBound: boolean) => Promise<T>,
  ): Promise<T> => {
    const own: string[] = []
    let isBound = false
    for (const _id of new Set(personKeys)) {
      const at = clock.now().toISOString()
      const held = await hold({ _id, agencyId, incidentId: NONE, volunteerId, base: 0, at })
      if (held === null) isBound = true
      else own.push(held)
    }
    try {
      return await work(isBound)
    } finally {
      await claims
        .end(NONE, own)
        .catch((err: unknown) => log.warn({ err }, 'a hold is left to the reconciler'))
    }
  }
}
export type Holds = ReturnType<typeof createHolds>
