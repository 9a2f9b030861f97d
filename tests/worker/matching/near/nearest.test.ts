import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distanceM, type Point } from '#contracts/domain/place.ts'
import { Grid } from '../../../../worker/matching/near/grid.ts'
import { Nearest } from '../../../../worker/matching/near/nearest.ts'
import { random } from '../problems.ts'
import { aPoint } from './points.ts'

const MOST = 12
// Both ways to the same distance round differently; a micrometre is no difference.
const SAME_M = 1e-5

/** The distances of the nearest by looking at everybody. */
const bruteForce = (
  points: ReadonlyMap<number, Point>,
  from: Point,
  count: number,
  fits: (id: number) => boolean,
) =>
  [...points]
    .filter(([id]) => fits(id))
    .map(([, point]) => distanceM(point, from))
    .sort((a, b) => a - b)
    .slice(0, count)

/** What the index answers is what is nearest: as many, all different, all fitting, at the same distances. */
const expectNearest = (
  grid: Grid,
  points: ReadonlyMap<number, Point>,
  from: Point,
  count: number,
  fits: (id: number) => boolean = () => true,
) => {
  const nearest = new Nearest(grid, MOST)
  const found = [...nearest.ids.subarray(0, nearest.find(from, count, fits))]
  const expected = bruteForce(points, from, count, fits)
  expect(found.length).toBe(expected.length)
  expect(new Set(found).size).toBe(found.length)
  for (const [n, id] of found.entries()) {
    const point = points.get(id)
    expect(point !== undefined && fits(id)).toBe(true)
    if (point) expect(Math.abs(distanceM(point, from) - (expected[n] ?? NaN))).toBeLessThan(SAME_M)
    expect(Math.abs(nearest.distanceM(n) - (expected[n] ?? NaN))).toBeLessThan(SAME_M)
  }
}

const aMove = fc.oneof(
  { weight: 5, arbitrary: fc.record({ id: fc.nat(60), point: aPoint }) },
  { weight: 1, arbitrary: fc.record({ id: fc.nat(60), point: fc.constant(null) }) },
)

describe('the index of positions', () => {
  test('finds the nearest after any inserts, moves and removals, as looking at everybody does', () => {
    fc.assert(
      fc.property(
        fc.array(aMove, { maxLength: 150 }),
        aPoint,
        fc.integer({ min: 0, max: MOST }),
        (moves, from, count) => {
          const grid = new Grid()
          const points = new Map<number, Point>()
          for (const { id, point } of moves) {
            if (point === null) {
              grid.remove(id)
              points.delete(id)
            } else {
              grid.put(id, point)
              points.set(id, point)
            }
          }
          expect(grid.size).toBe(points.size)
          expectNearest(grid, points, from, count)
          expectNearest(grid, points, from, count, (id) => id % 3 === 0)
        },
      ),
      { seed: 20260405, numRuns: 400 },
    )
  })

  test('of equally near ones takes the lower id, each kept where it is', () => {
    const here = { lat: -10.2, lng: 123.6 }
    const grid = new Grid()
    for (const id of [5, 3, 9, 1]) grid.put(id, here)
    const nearest = new Nearest(grid, 3)
    expect(nearest.find(here, 3)).toBe(3)
    expect([...nearest.ids]).toEqual([1, 3, 5])
    expect(grid.point(9)).toEqual(here)
    expect(grid.point(2)).toBeUndefined()
  })

  test('looks at a few only, also when thousands have moved to one corner and one is far away', () => {
    const next = random(4)
    const grid = new Grid()
    const points = new Map<number, Point>()
    const put = (id: number, point: Point) => {
      grid.put(id, point)
      points.set(id, point)
    }
    for (let id = 0; id < 4_000; id++) put(id, { lat: -10.3 + next() * 0.3, lng: 123.4 + next() * 0.3 })
    for (let id = 0; id < 4_000; id++) put(id, { lat: -10.1 + next() * 0.03, lng: 123.6 + next() * 0.03 })
    put(4_000, { lat: 5, lng: 97 })
    const nearest = new Nearest(grid, 10)
    let measured = 0
    for (let query = 0; query < 100; query++) {
      const from = { lat: -10.1 + next() * 0.03, lng: 123.6 + next() * 0.03 }
      expectNearest(grid, points, from, 10)
      nearest.find(from, 10)
      measured += nearest.measured
    }
    // 433 when the frame of before is kept.
    expect(measured / 100).toBeLessThan(200)
  })

  test('holds thousands at the very same place', () => {
    const here = { lat: -10.2, lng: 123.6 }
    const grid = new Grid()
    for (let id = 0; id < 3_000; id++) grid.put(id, here)
    for (let id = 0; id < 2_990; id++) grid.remove(id)
    const nearest = new Nearest(grid, MOST)
    expect(nearest.find(here, MOST)).toBe(10)
    expect(nearest.ids[0]).toBe(2_990)
  })
})
