import type { Point } from '../place.ts'
import type { Vehicle } from '../words.ts'
import type { Instant } from '../instant.ts'
import { isCrossed, isWithin, type Position } from './ring.ts'
import { isInForce, type Zone } from './zone.ts'

/** A danger zone in force: where the vehicles that it bars are not sent. */
export interface DangerZone {
  zoneId: string
  ring: readonly Position[]
  bars: readonly Vehicle[]
}

/** The zones that bar somebody's way at a moment: to real incidents, or to drills. */
export const inForce = (zones: readonly Zone[], drill: boolean, now: Instant): DangerZone[] =>
  zones
    .filter((zone) => isInForce(zone, drill, now))
    .map(({ id, ring, bars }) => ({ zoneId: id, ring, bars }))

type Reason = 'zone_at_incident' | 'inside_zone' | 'across_zone'

/** Most ways lie far from most zones: four comparisons say so before any edge is looked at. */
const isApart = (from: Point, to: Point, ring: readonly Position[]): boolean => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng, lat] of ring) {
    west = Math.min(west, lng)
    south = Math.min(south, lat)
    east = Math.max(east, lng)
    north = Math.max(north, lat)
  }
  return (
    Math.max(from.lng, to.lng) < west ||
    Math.min(from.lng, to.lng) > east ||
    Math.max(from.lat, to.lat) < south ||
    Math.min(from.lat, to.lat) > north
  )
}

/**
 * Why zones keep somebody from an incident, or null: the incident lies in one, he is in one, or the straight way leads
 * through one. The point that is believed is asked, however uncertain it is: a zone drawn with a margin allows for that.
 */
export const whyNotAcross = (
  vehicle: Vehicle,
  from: Point,
  incident: Point,
  zones: readonly DangerZone[],
): Reason | null => {
  const barring = zones.filter(({ bars, ring }) => bars.includes(vehicle) && !isApart(from, incident, ring))
  if (barring.length === 0) return null
  if (barring.some(({ ring }) => isWithin(incident, ring))) return 'zone_at_incident'
  if (barring.some(({ ring }) => isWithin(from, ring))) return 'inside_zone'
  return barring.some(({ ring }) => isCrossed(from, incident, ring)) ? 'across_zone' : null
}

/** Why somebody is kept away, and by which zones. */
export interface BarredWay {
  why: Reason
  zoneIds: string[]
}

/** The same for a person to decide upon. `from` null: nobody knows where he is, so the place of the incident alone tells. */
export const barredWay = (
  vehicle: Vehicle,
  from: Point | null,
  incident: Point,
  zones: readonly DangerZone[],
): BarredWay | null => {
  const whyNot = (some: readonly DangerZone[]) => whyNotAcross(vehicle, from ?? incident, incident, some)
  const why = whyNot(zones)
  if (why === null) return null
  return { why, zoneIds: zones.filter((zone) => whyNot([zone]) !== null).map(({ zoneId }) => zoneId) }
}
