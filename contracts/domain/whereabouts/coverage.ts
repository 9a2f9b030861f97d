import { distanceM, type Point } from '../place.ts'
import type { MatchPolicy } from '../policy/settings.ts'
import type { Vehicle } from '../words.ts'
import { type DangerZone, whyNotAcross } from '../zone/across.ts'
import type { BelievedPosition } from './position.ts'
import { travelS } from './travel.ts'

/** Somebody on duty who may serve, as a match round believes him to be. One natural person may have several records. */
export interface Helper {
  personKey: string
  vehicle: Vehicle
  position: BelievedPosition
  /** With a passenger, whom he brings home first. */
  onTrip: boolean
  /** Asked, or on a task: he cannot come now. */
  bound: boolean
}

/** Who reaches the reference point of an area in time. */
export interface AreaReach {
  code: string
  /** Natural persons who are free. */
  free: number
  /** Natural persons who would, were they not asked or on a task. */
  bound: number
  /** Seconds of the first who is free, however far; null: nobody is, or every way is barred. */
  nearestS: number | null
}

/** Fewer than this many who are free: a call there may well find nobody. Of three that are asked, one usually comes. */
export const THIN_BELOW = 3
export const coverageLevels = ['none', 'thin', 'fair'] as const
export type CoverageLevel = (typeof coverageLevels)[number]

export const levelOf = ({ free }: Pick<AreaReach, 'free'>): CoverageLevel =>
  free === 0 ? 'none' : free < THIN_BELOW ? 'thin' : 'fair'

/**
 * Seconds until he is there as matching counts them: what is uncertain of his place is way to go. Null: danger bars his way, or
 * nobody with a passenger is asked.
 */
const arrivalS = (
  { vehicle, position, onTrip }: Helper,
  area: Point,
  zones: readonly DangerZone[],
  policy: MatchPolicy,
): number | null => {
  if (onTrip && policy.onTrip === 'never') return null
  if (whyNotAcross(vehicle, position, area, zones) !== null) return null
  const straightM = Math.round(distanceM(position, area))
  const wayS = travelS(straightM, vehicle, policy) + travelS(position.uncertaintyM, vehicle, policy)
  return wayS + (onTrip ? policy.dropOffS : 0)
}

/** For each area, how many reach it within so many seconds; the thinnest first, then the one with the longest way. */
export const coverageOf = (
  areas: readonly ({ code: string } & Point)[],
  helpers: readonly Helper[],
  zones: readonly DangerZone[],
  withinS: number,
  policy: MatchPolicy,
): AreaReach[] => {
  const reachOf = (area: { code: string } & Point): AreaReach => {
    const free = new Set<string>()
    const bound = new Set<string>()
    let nearestS: number | null = null
    for (const helper of helpers) {
      const seconds = arrivalS(helper, area, zones, policy)
      if (seconds === null) continue
      if (!helper.bound) nearestS = Math.min(nearestS ?? Infinity, seconds)
      if (seconds <= withinS) (helper.bound ? bound : free).add(helper.personKey)
    }
    return { code: area.code, free: free.size, bound: bound.size, nearestS }
  }
  const distance = ({ nearestS }: AreaReach): number => nearestS ?? Infinity
  return areas
    .map(reachOf)
    .sort(
      (a, b) =>
        a.free - b.free ||
        Number(distance(b) > distance(a)) - Number(distance(a) > distance(b)) ||
        a.code.localeCompare(b.code),
    )
}
