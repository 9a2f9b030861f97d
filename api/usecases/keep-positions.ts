import { DeadlineError, withDeadline } from '#contracts/runtime/deadline.ts'
import type { Fix } from '#contracts/store/presence.ts'
import type { Context } from '../context.ts'
import { Trouble } from '../trouble.ts'

/** Several commands of Redis, one after the other, and whoever tells where he is waits for all of them. */
const WITHIN_MS = 2500
const AGAIN_AFTER_S = 2

/**
 * Keeps where volunteers are, and the coarse place of each behind it. Returns how many fixes were later than those held.
 * @throws Trouble `not_saved` while Redis is away or slow: the next fix makes it good
 */
export const keepPositions = async (
  { store, presence, log }: Pick<Context, 'store' | 'presence' | 'log'>,
  agencyId: string,
  fixes: ReadonlyMap<string, Fix>,
  now: Date,
): Promise<number> => {
  const kept = presence.keep(agencyId, fixes)
  const taken = await withDeadline(kept, WITHIN_MS, 'keeping positions').catch((err: unknown) => {
    log.warn(
      { err, agencyId },
      `positions not taken: redis is ${err instanceof DeadlineError ? 'slow' : 'away'}`,
    )
    throw new Trouble('not_saved', { retryAfterS: AGAIN_AFTER_S })
  })
  store.background.run('coarse places', () => presence.keepCoarse(agencyId, fixes, now))
  return taken
}
