import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { greedy } from '../../../worker/matching/greedy.ts'
import { costOfAssignment } from '../../../worker/matching/problem.ts'
import { solve } from '../../../worker/matching/solver.ts'
import { listedFrom } from './exact/listed.ts'
import { isValid, smallProblem } from './problems.ts'

describe('the greedy answer', () => {
  test('is valid and never better than the exact one', () => {
    fc.assert(
      fc.property(smallProblem, (given) => {
        const columnOf = [...greedy(listedFrom(given))]
        expect(isValid(given, columnOf)).toBe(true)
        const exact = costOfAssignment(given, solve(given).columnOf)
        expect(costOfAssignment(given, columnOf)).toBeGreaterThanOrEqual(exact)
      }),
      { seed: 20260405, numRuns: 600 },
    )
  })

  test('lets the row dearest to leave choose first', () => {
    const costs = [Float64Array.of(1, 2), Float64Array.of(1, 9)]
    expect([...greedy(listedFrom({ columns: 2, costs, unserved: [20, 30] }))]).toEqual([1, 0])
  })

  test('leaves a row unserved when every free column costs as much', () => {
    expect([...greedy(listedFrom({ columns: 1, costs: [Float64Array.of(20)], unserved: [20] }))]).toEqual([
      -1,
    ])
  })
})
