import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../../../worker/matching/checker.ts'
import { costOfAssignment, type Problem } from '../../../worker/matching/problem.ts'
import { solve } from '../../../worker/matching/solver.ts'
import { allAssignments, isValid, leastCost, random, smallProblem } from './problems.ts'

const small: Problem = {
  columns: 2,
  costs: [Float64Array.of(1, 2), Float64Array.of(1, Infinity)],
  unserved: [100, 100],
}

/** Accepted is what costs least, and nothing else. */
const expectExactlyCheapest = (given: Problem) => {
  const least = leastCost(given)
  for (const columnOf of allAssignments(given)) {
    const cost = costOfAssignment(given, columnOf)
    expect(check(given, columnOf)).toEqual(
      cost === least ? { optimal: true, cost } : { optimal: false, flaw: 'cheaper' },
    )
  }
}

describe('the checker, from costs and assignment alone', () => {
  test('accepts exactly the cheapest of all assignments', () => {
    fc.assert(fc.property(smallProblem, expectExactlyCheapest), { seed: 20260405, numRuns: 60 })
  })

  test('refuses 100 of 100 wrong assignments', () => {
    const next = random(7)
    const pick = (below: number) => Math.floor(next() * below)
    let wrong = 0
    while (wrong < 100) {
      const rows = 2 + pick(40)
      const columns = 2 + pick(40)
      const costs = Array.from({ length: rows }, () =>
        Float64Array.from({ length: columns }, () => pick(1000)),
      )
      const given = { columns, costs, unserved: Array.from({ length: rows }, () => 500 + pick(1000)) }
      const { columnOf } = solve(given)
      expect(check(given, columnOf).optimal).toBe(true)
      const changed = columnOf.map((column) => (next() < 2 / rows ? pick(columns + 1) - 1 : column))
      const isWrong =
        !isValid(given, changed) || costOfAssignment(given, changed) > costOfAssignment(given, columnOf)
      if (!isWrong) continue
      wrong++
      expect(check(given, changed).optimal).toBe(false)
    }
  })

  test.each([
    ['shape', [0]],
    ['shape', [0, 2]],
    ['shape', [0, 0.5]],
    ['shape', [0, NaN]],
    ['column_twice', [0, 0]],
    ['forbidden', [0, 1]],
    ['cheaper', [0, -1]],
    ['cheaper', [-1, 0]],
  ])('%s: %j', (flaw, columnOf) => {
    expect(check(small, columnOf)).toEqual({ optimal: false, flaw })
  })

  test('sees a change that goes through all rows', () => {
    // Each row sits on the next one's cheap column: only all moves together help.
    const rows = 30
    const costs = Array.from({ length: rows }, (_, row) =>
      Float64Array.from({ length: rows }, (_, column) =>
        column === row ? 1 : column === (row + 1) % rows ? 2 : Infinity,
      ),
    )
    const given = { columns: rows, costs, unserved: costs.map(() => 1000) }
    const turned = costs.map((_, row) => (row + 1) % rows)
    expect(check(given, turned)).toEqual({ optimal: false, flaw: 'cheaper' })
    expect(check(given, [...costs.keys()])).toEqual({ optimal: true, cost: rows })
  })
})
