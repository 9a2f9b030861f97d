import { distanceM } from '#contracts/domain/place.ts'
import { costOf, priorityOf, unservedOf } from '../../../worker/matching/cost.ts'
import { travelS } from '#contracts/domain/whereabouts/travel.ts'
import type { PairCost } from '../../../worker/matching/near/edges.ts'
import { defaultMatchPolicy as policy } from '#contracts/domain/policy/defaults.ts'
import type { Problem } from '../../../worker/matching/problem.ts'
import type { Spot } from './workloads.ts'

const severities = ['rendah', 'sedang', 'tinggi', 'kritis'] as const
const now = new Date('2026-01-17T06:00:00.000Z')
const rested = { askedToday: 0, servedThisWeek: 0, onTrip: false }

const priority = (row: number): number =>
  priorityOf({ severity: severities[row % severities.length] ?? 'rendah', reportedAt: now }, now, policy)

/** The product's own cost of a motorcycle ride, rounding and all, for slots of all four severities in turn. */
const rideCost = (row: number, metres: number): number => {
  const etaS = travelS(Math.round(metres), 'motorcycle', policy)
  return costOf(rested, { etaS, uncertaintyS: 0 }, priority(row), policy).weighted
}

export const cityCost: PairCost = { of: (row, _column, metres) => rideCost(row, metres), least: rideCost }

export const waitingCosts = (rows: number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => unservedOf(priority(row), policy).first)

/** Every pair's cost, from `distanceM`: what a dense solve needs first. */
export const matrixOf = (slots: readonly Spot[], volunteers: readonly Spot[]): Problem => ({
  columns: volunteers.length,
  costs: slots.map((slot, row) => {
    const costs = new Float64Array(volunteers.length)
    for (const [column, volunteer] of volunteers.entries())
      costs[column] = cityCost.of(row, column, distanceM(slot, volunteer))
    return costs
  }),
  unserved: [...waitingCosts(slots.length)],
})
