import * as fc from 'fast-check'
import type { Point } from '#contracts/domain/place.ts'
import type { PairCost } from '../../../../worker/matching/near/edges.ts'

/** Around Kupang, on a lattice so coarse that equal distances abound, or anywhere; a few far away. */
export const aPoint: fc.Arbitrary<Point> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ lat: lattice(-10.2), lng: lattice(123.55) }) },
  { weight: 4, arbitrary: fc.record({ lat: within(-10.3, -10.1), lng: within(123.5, 123.7) }) },
  { weight: 1, arbitrary: fc.record({ lat: within(-11, 6), lng: within(95, 141) }) },
)

function lattice(from: number): fc.Arbitrary<number> {
  return fc.nat(12).map((steps) => from + steps * 0.005)
}
function within(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true })
}

/** Some are slower, some have a handicap, some pairs are forbidden: as in a round. */
export const unevenCost: PairCost = {
  of: (row, column, metres) =>
    (row + column) % 7 === 0
      ? Infinity
      : Math.round(metres * (1 + (row % 3)) * (1 + (column % 2))) + 500 * (column % 4),
  least: (row, metres) => Math.round(metres * (1 + (row % 3))),
}
