import type { Instant } from '#contracts/domain/instant.ts'
import type { Context } from '../../context.ts'
import { type AsOf, foldUpTo } from './as-of.ts'

const AT_ONCE = 20

/** Every incident reported from one moment up to another, in order and without drills, as it stood at `at`. */
export const reportedIn = async (
  { factQueries, store }: Pick<Context, 'factQueries' | 'store'>,
  agencyId: string,
  from: Instant,
  to: Instant,
  at: Instant,
): Promise<AsOf[]> => {
  const ids = await factQueries.reportedBetween(agencyId, from, to)
  const told: AsOf[] = []
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    const files = await Promise.all(ids.slice(i, i + AT_ONCE).map((id) => store.cursors.of(id)))
    told.push(...files.map((facts) => foldUpTo(facts, at)).filter((one) => one !== null))
  }
  return told
}
