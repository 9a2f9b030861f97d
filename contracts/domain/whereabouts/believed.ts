import type { Instant } from '../instant.ts'
import type { Point } from '../place.ts'
import type { MatchPolicy } from '../policy/settings.ts'
import type { Volunteer } from '../volunteer/state.ts'
import { type BelievedPosition, type DeclaredArea, type Fix, positionFrom } from './position.ts'

/** A report as it is held: `at` is when the phone took it; null metres: it did not say. */
interface Held extends Point {
  accuracyM: number | null
  at: Instant
}
/** About where somebody was some minutes ago. */
interface Coarse extends Point {
  accuracyM: number
  at: Instant
}

/** What is known of where people are, by volunteer; the reference points of the kelurahan by code. */
export interface KnownPlaces {
  fixes: ReadonlyMap<string, Held>
  places: ReadonlyMap<string, Coarse>
  areas: ReadonlyMap<string, Point>
}

/** A phone that does not tell its accuracy is taken for an ordinary one in a city. */
const USUAL_ACCURACY_M = 100
/** A coarse place is rounded to about 100 m and minutes old: good for `recent`, never for `live`. */
const COARSE_ACCURACY_M = 250
/** The city has 51 kelurahan on 180 km²: most of one lies within this radius. */
const KELURAHAN_RADIUS_M = 1500
/** Somewhere near where he was last seen since he came on duty. */
const LAST_PLACE_RADIUS_M = 2000

const fixOf = (fix: Held | undefined): Fix | null =>
  fix ? { ...fix, accuracyM: fix.accuracyM ?? USUAL_ACCURACY_M, at: new Date(fix.at) } : null

const coarseFixOf = (place: Coarse | undefined): Fix | null =>
  place ? { ...place, accuracyM: Math.max(place.accuracyM, COARSE_ACCURACY_M), at: new Date(place.at) } : null

/** His kelurahan for tonight, else where he was last seen on this duty. */
const declaredOf = (
  { declaredArea, dutySince, changedAt }: Volunteer,
  place: Coarse | undefined,
  areas: KnownPlaces['areas'],
): DeclaredArea | null => {
  const area = areas.get(declaredArea ?? '')
  if (area)
    return { lat: area.lat, lng: area.lng, radiusM: KELURAHAN_RADIUS_M, at: new Date(dutySince ?? changedAt) }
  return place && dutySince !== null && place.at >= dutySince
    ? { lat: place.lat, lng: place.lng, radiusM: LAST_PLACE_RADIUS_M, at: new Date(place.at) }
    : null
}

/** The best position known of a volunteer, or null: what a match round and the map of coverage go by. */
export const positionOf = (
  volunteer: Volunteer,
  { fixes, places, areas }: KnownPlaces,
  now: Date,
  policy: MatchPolicy,
): BelievedPosition | null => {
  const place = places.get(volunteer.id)
  const live = positionFrom(now, fixOf(fixes.get(volunteer.id)), null, policy)
  return live ?? positionFrom(now, coarseFixOf(place), declaredOf(volunteer, place, areas), policy)
}
