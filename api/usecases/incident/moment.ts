import { plusSeconds, toInstant, type Instant } from '#contracts/domain/instant.ts'
import { invalid } from '../../trouble.ts'

/** Clocks of people differ by a little. */
const AHEAD_S = 60

/** A moment that somebody told, as we store moments; `now` when he told none. @throws Trouble `invalid` when it has not come yet */
export const toldMoment = (path: string, told: string | undefined, now: Instant): Instant => {
  if (told === undefined) return now
  const at = toInstant(new Date(told))
  if (at > plusSeconds(now, AHEAD_S)) throw invalid(path, 'lies in the future')
  return at
}
