import { beside, metresBetween, type Point } from './geo.ts'
import { landmarks } from './landmarks.ts'
import { between, type Random } from './random.ts'

/** How much longer a way may be than the straight line. */
const DETOUR = [1.1, 1.4] as const

const metresToLandmark = (point: Point): number =>
  Math.min(...landmarks.map((landmark) => metresBetween(landmark, point)))

/** A bend on the side where places are: streets lead past them, and not through the bay. */
const bend = (from: Point, to: Point, detour: number): Point => {
  const left = beside(from, to, detour, -1)
  const right = beside(from, to, detour, 1)
  return metresToLandmark(left) < metresToLandmark(right) ? left : right
}

/** The corners of a way through three bends, both ends included: 1.1 to 1.4 times as long as the straight line. */
export const cornersOf = (random: Random, from: Point, to: Point): Point[] => {
  const detour = Math.sqrt(between(random, ...DETOUR))
  const middle = bend(from, to, detour)
  return [from, bend(from, middle, detour), middle, bend(middle, to, detour), to]
}
