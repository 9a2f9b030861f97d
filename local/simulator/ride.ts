import { beside, headingDeg, metresBetween, partOfWay, type Point } from './geo.ts'
import { between, chance, type Random } from './random.ts'

/** Two straight legs: streets are never as the crow flies. */
export interface Ride {
  from: Point
  via: Point
  to: Point
  leavesAt: number
  arrivesAt: number
}

/** A ride that leaves at `leavesAt` (ms), through a point beside the way: 1.1 to 1.4 times as long as the straight line. */
export const rideTo = (random: Random, from: Point, to: Point, kmh: number, leavesAt: number): Ride => {
  const via = beside(from, to, between(random, 1.1, 1.4), chance(random, 50) ? 1 : -1)
  const metres = metresBetween(from, via) + metresBetween(via, to)
  return { from, via, to, leavesAt, arrivesAt: leavesAt + (metres / (kmh / 3.6)) * 1000 }
}

export interface Moment {
  point: Point
  speedMps: number
  headingDeg: number
}

/** Where the rider is at `now` (ms); he stands still before leaving and after arriving. */
export const momentOf = ({ from, via, to, leavesAt, arrivesAt }: Ride, now: number): Moment => {
  const first = metresBetween(from, via)
  const whole = first + metresBetween(via, to)
  const share = arrivesAt > leavesAt ? Math.min(1, Math.max(0, (now - leavesAt) / (arrivesAt - leavesAt))) : 1
  const gone = whole * share
  const onFirst = gone < first
  const [start, end, length, on] = onFirst ? [from, via, first, gone] : [via, to, whole - first, gone - first]
  const moving = share > 0 && share < 1
  return {
    point: partOfWay(start, end, length > 0 ? on / length : 1),
    speedMps: moving ? whole / ((arrivesAt - leavesAt) / 1000) : 0,
    headingDeg: headingDeg(start, end),
  }
}
