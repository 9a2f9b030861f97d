import { type Look, lookAt } from './look.ts'
import { waitedFor } from './persons.ts'
import { NOBODY } from './pool.ts'
import type { ReasonCode } from './reasons.ts'
import type { RoundInput, RoundPlan } from './types.ts'

/** Volunteer ids by the reason for which they are not asked. */
export type IdsByReason = Partial<Record<ReasonCode, string[]>>

export interface NotAsked {
  /** For reasons of their own: whatever the need. */
  anyway: IdsByReason
  /** By need id: for reasons of the incident, the need or this plan. */
  byNeed: Record<string, IdsByReason>
}

const group = (pairs: Iterable<readonly [string, ReasonCode]>): IdsByReason => {
  const groups: IdsByReason = {}
  for (const [id, reason] of pairs) (groups[reason] ??= []).push(id)
  return groups
}

/** Who was considered in a round and not asked, each with the reason that its plan counted. */
export const notAskedIn = (
  input: RoundInput,
  plan: RoundPlan,
  { frame, crowd, cases }: Look = lookAt(input),
): NotAsked => {
  const idOf = (column: number): string => crowd.persons[column]?.record.volunteerId ?? ''
  const offers = plan.incidents.flatMap((incident) => incident.offers)
  const asked = new Set(offers.map(({ volunteerId }) => volunteerId))
  const taken = new Set(crowd.persons.flatMap((_, column) => (asked.has(idOf(column)) ? [column] : [])))
  const rings = new Map(
    plan.incidents.flatMap(({ needs }) => needs.map(({ needId, ring }) => [needId, ring] as const)),
  )
  const needs = cases.flatMap(({ searches }) => searches.map(({ need }) => need))
  // Bound for one need, waited for by the other: told need by need.
  const offered = new Set(frame.isByFirstRules ? [] : needs.flatMap((need) => [...waitedFor(need, crowd)]))
  const byNeed: NotAsked['byNeed'] = {}
  for (const { searches } of cases)
    for (const { need, pool } of searches) {
      const own = new Set(
        offers.flatMap(({ needId, volunteerId }) => (needId === need.needId ? [volunteerId] : [])),
      )
      const passedOver = pool.able(rings.get(need.needId) ?? 0).filter(([column]) => !own.has(idOf(column)))
      const waited = waitedFor(need, crowd)
      byNeed[need.needId] = group([
        ...(pool === NOBODY ? [] : [...offered]).map(
          (id) => [id, waited.has(id) ? 'may_still_answer' : 'claimed'] as const,
        ),
        ...pool.unable().map(([column, reason]) => [idOf(column), reason] as const),
        ...passedOver.map(
          ([column, isWithin]) => [idOf(column), whyPassedOver(isWithin, taken.has(column))] as const,
        ),
      ])
    }
  return { anyway: group(crowd.excludedIds.filter(([id]) => !offered.has(id))), byNeed }
}

/** Why somebody who would do is not asked. */
const whyPassedOver = (isWithin: boolean, isTaken: boolean): ReasonCode =>
  isTaken ? 'asked_elsewhere' : isWithin ? 'not_needed' : 'outside_ring'
