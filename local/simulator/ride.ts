import { headingDeg, metresBetween, partOfWay, type Point } from './geo.ts'
import { cornersOf } from './path.ts'
import { between, chance, type Random } from './random.ts'

/** A straight part of a ride; before its start he may wait at the corner. */
interface Leg {
  from: Point
  to: Point
  /** ms, as all moments here. */
  leavesAt: number
  arrivesAt: number
}

export interface Ride {
  legs: readonly Leg[]
  arrivesAt: number
}

/** How a ride is ridden. */
export interface Riding {
  kmh: number
  /** How many times shorter than in life one waits at a corner. */
  haste: number
}

const WAITS_PCT = 60
const WAITS_S = [4, 25] as const

/** A ride that leaves at `leavesAt` around three bends, with a wait at some of them: lights, traffic, a market. */
export const rideTo = (
  random: Random,
  from: Point,
  to: Point,
  { kmh, haste }: Riding,
  leavesAt: number,
): Ride => {
  const corners = cornersOf(random, from, to)
  const legs: Leg[] = []
  let now = leavesAt
  for (const [n, corner] of corners.slice(0, -1).entries()) {
    const next = corners[n + 1] ?? to
    const metres = metresBetween(corner, next)
    const waits = n > 0 && metres > 0 && chance(random, WAITS_PCT)
    if (waits) now += (between(random, ...WAITS_S) / haste) * 1000
    const arrivesAt = now + (metres / (kmh / 3.6)) * 1000
    legs.push({ from: corner, to: next, leavesAt: now, arrivesAt })
    now = arrivesAt
  }
  return { legs, arrivesAt: now }
}

export interface Moment {
  point: Point
  speedMps: number
  headingDeg: number
}

/** Where the rider is at `now`; he stands still before leaving, at a corner where he waits, and after arriving. */
export const momentOf = ({ legs }: Ride, now: number): Moment => {
  const leg = legs.findLast(({ leavesAt }) => leavesAt <= now) ?? legs[0]
  if (leg === undefined) throw new Error('a ride without a way')
  const { from, to, leavesAt, arrivesAt } = leg
  const lasts = arrivesAt - leavesAt
  const share = lasts > 0 ? Math.min(1, Math.max(0, (now - leavesAt) / lasts)) : 1
  return {
    point: partOfWay(from, to, share),
    speedMps: share > 0 && share < 1 ? metresBetween(from, to) / (lasts / 1000) : 0,
    headingDeg: headingDeg(from, to),
  }
}
