import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distanceM, type Point } from '#contracts/domain/place.ts'
import { solveLazily } from '../../../../worker/matching/exact/solve.ts'
import { type PairCost, NearEdges } from '../../../../worker/matching/near/edges.ts'
import { Grid } from '../../../../worker/matching/near/grid.ts'
import { Reoptimiser } from '../../../../worker/matching/near/reoptimise.ts'
import { type Problem, UNSERVED } from '../../../../worker/matching/problem.ts'
import { prove } from '../../../../worker/matching/proof.ts'
import { solve } from '../../../../worker/matching/solver.ts'
import { solutionOf } from '../exact/listed.ts'
import { aPoint, unevenCost } from './points.ts'

const ROWS = 12
const COLUMNS = 20

interface Row {
  spot: Point
  unserved: number
}

/** All pairs with their costs, from the product's own distance. Nobody is where an id is not in use. */
const denseFrom = (
  rows: ReadonlyMap<number, Row>,
  columns: ReadonlyMap<number, Point>,
  size: { rows: number; columns: number },
  cost: PairCost,
): Problem => ({
  columns: size.columns,
  costs: Array.from({ length: size.rows }, (_, row) =>
    Float64Array.from({ length: size.columns }, (_, column) => {
      const spot = rows.get(row)?.spot
      const point = columns.get(column)
      return spot && point ? cost.of(row, column, distanceM(spot, point)) : Infinity
    }),
  ),
  unserved: Array.from({ length: size.rows }, (_, row) => rows.get(row)?.unserved ?? 0),
})

const aRow = fc.record({ spot: aPoint, unserved: fc.nat(60_000) })
const anEvent = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('putRow' as const), id: fc.nat(ROWS - 1), row: aRow }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('dropRow' as const), id: fc.nat(ROWS - 1) }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('putColumn' as const), id: fc.nat(COLUMNS - 1), point: aPoint }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('dropColumn' as const), id: fc.nat(COLUMNS - 1) }) },
)

/** Solved by nearness, and proven over all pairs. */
const expectProven = (spots: readonly Point[], points: readonly Point[], unserved: number) => {
  const costs = Float64Array.from(spots, () => unserved)
  const solved = solveLazily(new NearEdges(Grid.of(points), points.length, spots, costs, unevenCost))
  const rows = new Map(spots.map((spot, row) => [row, { spot, unserved }]))
  const given = denseFrom(
    rows,
    new Map(points.entries()),
    { rows: spots.length, columns: points.length },
    unevenCost,
  )
  expect(prove(given, solutionOf(solved)).optimal).toBe(true)
}

describe('edges by nearness', () => {
  test('the solver over them is proven against all pairs, made or not', () => {
    const spots = fc.array(aPoint, { maxLength: 25 })
    const points = fc.array(aPoint, { maxLength: 60 })
    fc.assert(fc.property(spots, points, fc.nat(60_000), expectProven), { seed: 20260405, numRuns: 300 })
  })
})

describe('one event at a time', () => {
  test('after each of many events the assignment is as cheap as solving all anew', () => {
    fc.assert(
      fc.property(fc.array(anEvent, { minLength: 1, maxLength: 60 }), (events) => {
        const standing = new Reoptimiser({ rows: ROWS, columns: COLUMNS, cost: unevenCost })
        const rows = new Map<number, Row>()
        const columns = new Map<number, Point>()
        for (const event of events) {
          if (event.kind === 'putRow') {
            rows.set(event.id, event.row)
            standing.putRow(event.id, event.row.spot, event.row.unserved)
          } else if (event.kind === 'dropRow') {
            rows.delete(event.id)
            standing.dropRow(event.id)
          } else if (event.kind === 'putColumn') {
            columns.set(event.id, event.point)
            standing.putColumn(event.id, event.point)
          } else {
            columns.delete(event.id)
            standing.dropColumn(event.id)
          }
          const given = denseFrom(rows, columns, { rows: ROWS, columns: COLUMNS }, unevenCost)
          const solution = solutionOf(standing)
          // A row that is not there has no price.
          const rowPrices = solution.rowPrices.map((price, row) => (rows.has(row) ? price : 0))
          const verdict = prove(given, { ...solution, rowPrices })
          const expected = solve(given).columnOf
          expect(verdict.optimal && verdict.cost).toBe(sum(given, expected))
        }
      }),
      { seed: 20260405, numRuns: 150 },
    )
  })
})

const sum = ({ costs, unserved }: Problem, columnOf: readonly number[]): number =>
  columnOf.reduce(
    (total, column, row) => total + (column === UNSERVED ? unserved[row]! : costs[row]![column]!),
    0,
  )
