import { describe, expect, test } from 'vitest'
import { prove } from '../../../worker/matching/proof.ts'
import { costOfAssignment, type Problem } from '../../../worker/matching/problem.ts'
import { solve } from '../../../worker/matching/solver.ts'
import { isValid, random } from './problems.ts'

const small: Problem = {
  columns: 2,
  costs: [Float64Array.of(1, 2), Float64Array.of(1, Infinity)],
  unserved: [100, 100],
}
const right = solve(small)

describe('the proof by prices', () => {
  test('accepts what is right', () => {
    expect(prove(small, right)).toEqual({ optimal: true, cost: 3 })
  })

  test('refuses 100 wrong assignments, each with the prices of the right one', () => {
    const next = random(7)
    const pick = (below: number) => Math.floor(next() * below)
    let wrong = 0
    while (wrong < 100) {
      const rows = 2 + pick(12)
      const columns = 2 + pick(12)
      const costs = Array.from({ length: rows }, () =>
        Float64Array.from({ length: columns }, () => pick(1000)),
      )
      const given = { columns, costs, unserved: Array.from({ length: rows }, () => 500 + pick(1000)) }
      const solution = solve(given)
      const columnOf = solution.columnOf.map((column) => (next() < 0.3 ? pick(columns + 1) - 1 : column))
      const isWrong =
        !isValid(given, columnOf) ||
        costOfAssignment(given, columnOf) > costOfAssignment(given, solution.columnOf)
      if (!isWrong) continue
      wrong++
      expect(prove(given, { ...solution, columnOf }).optimal).toBe(false)
    }
  })

  test.each([
    ['shape', { columnOf: [0] }],
    ['shape', { columnOf: [0, 2] }],
    ['shape', { columnOf: [0, 0.5] }],
    ['shape', { columnPrices: [0] }],
    ['column_twice', { columnOf: [0, 0] }],
    ['forbidden', { columnOf: [0, 1] }],
    ['column_price', { columnPrices: [1, 0] }],
    ['column_price', { columnPrices: [NaN, 0] }],
    ['row_price', { rowPrices: [101, 1] }],
    ['row_price', { rowPrices: [NaN, 1] }],
    ['pair_price', { rowPrices: [3, 2], columnPrices: [0, 0] }],
    ['gap', { rowPrices: [0, 0], columnPrices: [0, 0] }],
    ['gap', { columnOf: [0, -1] }],
  ])('%s: %j', (fault, broken) => {
    expect(prove(small, { ...right, ...broken })).toEqual({ optimal: false, fault })
  })
})
