import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prove } from '../../../worker/matching/proof.ts'
import { type Problem } from '../../../worker/matching/problem.ts'
import { solve } from '../../../worker/matching/solver.ts'
import { isValid, leastCost, random, smallProblem } from './problems.ts'

const runs = { seed: 20260405, numRuns: 600 }
const problem = (costs: number[][], unserved: number[]): Problem => ({
  columns: costs[0]?.length ?? 0,
  costs: costs.map((row) => Float64Array.from(row)),
  unserved,
})

describe('the exact solver', () => {
  test('costs what the best of all assignments costs, and proves it', () => {
    fc.assert(
      fc.property(smallProblem, (given) => {
        const solution = solve(given)
        expect(isValid(given, solution.columnOf)).toBe(true)
        expect(prove(given, solution)).toEqual({ optimal: true, cost: leastCost(given) })
      }),
      runs,
    )
  })

  test('sends the near one further when that lowers the whole', () => {
    // Row by row the first would take column 0 and the second would have nobody.
    expect(
      solve(
        problem(
          [
            [1, 2],
            [1, Infinity],
          ],
          [100, 100],
        ),
      ).columnOf,
    ).toEqual([1, 0])
  })

  test('leaves a row unserved when every pair costs more, or as much', () => {
    expect(solve(problem([[50, 60]], [40])).columnOf).toEqual([-1])
    expect(solve(problem([[40]], [40])).columnOf).toEqual([-1])
  })

  test('of two rows for one column the one dearer to leave is served', () => {
    expect(solve(problem([[5], [5]], [10, 90])).columnOf).toEqual([-1, 0])
  })

  test('breaks ties to the lower row and column', () => {
    expect(
      solve(
        problem(
          [
            [5, 5],
            [5, 5],
          ],
          [9, 9],
        ),
      ).columnOf,
    ).toEqual([0, 1])
  })

  test('knows nothing to do', () => {
    expect(solve(problem([], []))).toEqual({ columnOf: [], rowPrices: [], columnPrices: [] })
    expect(solve(problem([[], []], [3, 4])).columnOf).toEqual([-1, -1])
  })

  test.each([
    [120, 300],
    [300, 120],
  ])('proves %i × %i with many equal rows', (rows, columns) => {
    const next = random(rows)
    const costs: Float64Array[] = []
    const unserved: number[] = []
    while (costs.length < rows) {
      const row = Float64Array.from({ length: columns }, () => Math.floor(next() * 5000))
      for (let copy = 0; copy < 4; copy++) {
        costs.push(row)
        unserved.push(copy < 2 ? 9000 : 2500)
      }
    }
    const given = { columns, costs, unserved }
    expect(prove(given, solve(given)).optimal).toBe(true)
  })
})
