import { secondsBetween, type Instant } from '../../instant.ts'
import type { IncidentFactBody, IncidentFactOf } from '../facts.ts'
import { isAsking } from '../moves.ts'
import { needOf } from '../read.ts'
import type { Incident, Stall } from '../state.ts'

/** What another look at a stalled need found. */
export type StallFound = Omit<IncidentFactOf<'need.stall_explained'>['data'], 'wave'>
type Said = Pick<Stall, 'reasons' | 'remedies'>

/** A stalled search is looked at twice a minute, and people come and go all the time: a file is no diary of that. */
const OTHER_REASONS_AFTER_S = 5 * 60
const OTHER_COUNTS_AFTER_S = 15 * 60

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name))

const hasOtherReasons = (told: Said, found: Said): boolean =>
  !sameNames(Object.keys(told.reasons), Object.keys(found.reasons)) ||
  !sameNames(told.remedies, found.remedies)

const hasOtherCounts = (told: Said, found: Said): boolean =>
  Object.entries(found.reasons).some(([reason, count]) => told.reasons[reason] !== count)

const isNews = (told: Stall, found: Said, now: Instant): boolean => {
  const ageS = secondsBetween(told.asOf ?? told.since, now)
  return hasOtherReasons(told, found)
    ? ageS >= OTHER_REASONS_AFTER_S
    : ageS >= OTHER_COUNTS_AFTER_S && hasOtherCounts(told, found)
}

/**
 * Nobody is left to ask still, but for other reasons than the file tells: it tells the present ones. Another reason or
 * remedy is told when what stands there is five minutes old, other counts when it is fifteen.
 */
export const explainStall = (
  state: Incident,
  found: readonly StallFound[],
  now: Instant,
): IncidentFactBody[] =>
  isAsking(state.status)
    ? found
        .filter((look) => {
          const told = needOf(state, look.needId)?.stalled ?? null
          return told !== null && isNews(told, look, now)
        })
        .map((look) => ({ type: 'need.stall_explained', data: { ...look, wave: state.wave } }))
    : []
