import * as fc from 'fast-check'
import { costOfAssignment, type Problem, UNSERVED } from '../../../worker/matching/problem.ts'

/** Small problems with few distinct costs, so that ties and forbidden pairs abound. */
export const smallProblem: fc.Arbitrary<Problem> = fc
  .record({ rows: fc.nat(5), columns: fc.nat(5), top: fc.constantFrom(3, 20, 100_000) })
  .chain(({ rows, columns, top }) => {
    const cost = fc.oneof(
      { weight: 4, arbitrary: fc.nat(top) },
      { weight: 1, arbitrary: fc.constant(Infinity) },
    )
    return fc.record({
      columns: fc.constant(columns),
      costs: fc.array(
        fc.array(cost, { minLength: columns, maxLength: columns }).map((row) => Float64Array.from(row)),
        { minLength: rows, maxLength: rows },
      ),
      unserved: fc.array(fc.nat(top), { minLength: rows, maxLength: rows }),
    })
  })

/** Every valid assignment there is. */
export const allAssignments = function* (problem: Problem, columnOf: number[] = []): Generator<number[]> {
  const row = problem.costs[columnOf.length]
  if (!row) {
    yield columnOf
    return
  }
  yield* allAssignments(problem, [...columnOf, UNSERVED])
  for (const [column, cost] of row.entries()) {
    if (cost < Infinity && !columnOf.includes(column)) yield* allAssignments(problem, [...columnOf, column])
  }
}

export const leastCost = (problem: Problem): number =>
  Math.min(...[...allAssignments(problem)].map((columnOf) => costOfAssignment(problem, columnOf)))

export const isValid = (problem: Problem, columnOf: readonly number[]): boolean => {
  const served = columnOf.filter((column) => column !== UNSERVED)
  return new Set(served).size === served.length && costOfAssignment(problem, columnOf) < Infinity
}

/** Repeatable numbers in [0, 1): mulberry32. */
export const random = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
