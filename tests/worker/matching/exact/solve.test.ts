import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../../../../worker/matching/checker.ts'
import { ListedEdges } from '../../../../worker/matching/exact/listed.ts'
import { solveLazily } from '../../../../worker/matching/exact/solve.ts'
import { costOfAssignment, type Problem } from '../../../../worker/matching/problem.ts'
import { prove } from '../../../../worker/matching/proof.ts'
import { solve } from '../../../../worker/matching/solver.ts'
import { random, smallProblem } from '../problems.ts'
import { listedFrom, solutionOf } from './listed.ts'

/** Both checks agree, and the dense solver with them. */
const expectOptimal = (given: Problem) => {
  const solution = solutionOf(solveLazily(listedFrom(given)))
  const cost = costOfAssignment(given, solve(given).columnOf)
  expect(prove(given, solution)).toEqual({ optimal: true, cost })
  expect(check(given, solution.columnOf)).toEqual({ optimal: true, cost })
}

describe('the solver that makes edges when they are needed', () => {
  test('costs what the dense solver costs, on 3,000 small problems with ties and forbidden pairs', () => {
    fc.assert(fc.property(smallProblem, expectOptimal), { seed: 20260405, numRuns: 3_000 })
  })

  test.each([
    [60, 150, 0.2],
    [150, 60, 0.2],
    [80, 80, 0],
    [80, 80, 0.9],
  ])('costs the same for %i × %i with %d of the pairs forbidden', (rows, columns, forbidden) => {
    for (let seed = 1; seed <= 15; seed++) {
      const next = random(seed)
      // Of few distinct values, so that ties abound.
      const upTo = (top: number) => Math.floor(next() * (seed % 3 === 0 ? 8 : top))
      const costs = Array.from({ length: rows }, () =>
        Float64Array.from({ length: columns }, () => (next() < forbidden ? Infinity : upTo(5_000))),
      )
      expectOptimal({ columns, costs, unserved: costs.map(() => upTo(6_000)) })
    }
  })

  test('makes the edges of rows that share them once', () => {
    const lists = [{ columns: [0, 1, 2], costs: [1, 2, 3] }]
    const unserved = Float64Array.of(9, 9, 9, 9)
    const { tableau, edges } = solveLazily(new ListedEdges(3, lists, new Int32Array(4), unserved))
    expect([...tableau.columnOf].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2])
    expect(edges).toBe(3)
  })

  test('looks no further than its answer needs', () => {
    const columns = Array.from({ length: 1_000 }, (_, column) => column)
    const lists = [{ columns, costs: columns.map((column) => 10 + column) }]
    const { edges } = solveLazily(new ListedEdges(1_000, lists, new Int32Array(1), Float64Array.of(5_000)))
    expect(edges).toBeLessThan(50)
  })
})
