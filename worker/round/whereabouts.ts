import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { implausibility, type Track } from '#contracts/domain/volunteer/track.ts'
import type { Kelurahan } from '#contracts/domain/reference.ts'
import type { Logger } from '#contracts/runtime/log.ts'
import type { LastPlace } from '#contracts/store/documents.ts'
import type { Fix as HeldFix, Presence } from '#contracts/store/presence.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { type DeclaredArea, type Fix, positionFrom } from '../matching/position.ts'
import type { CandidatePosition } from '../matching/types.ts'

/** Everything known of where people are. */
export interface Whereabouts {
  fixes: ReadonlyMap<string, HeldFix>
  tracks: ReadonlyMap<string, Track>
  trips: ReadonlySet<string>
  places: ReadonlyMap<string, LastPlace>
  areas: ReadonlyMap<string, Kelurahan>
}

/** A phone that does not tell its accuracy is taken for an ordinary one in a city. */
const USUAL_ACCURACY_M = 100
/** A coarse place is rounded to about 100 m and minutes old: good for `recent`, never for `live`. */
const COARSE_ACCURACY_M = 250
/** The city has 51 kelurahan on 180 km²: most of one lies within this radius. */
const KELURAHAN_RADIUS_M = 1500
/** Somewhere near where he was last seen since he came on duty. */
const LAST_PLACE_RADIUS_M = 2000

/** Reads positions. Redis away or emptied: the coarse places in MongoDB serve instead; never fails for want of Redis. */
export const readWhereabouts = async (
  presence: Presence,
  agency: { _id: string; kelurahan: Kelurahan[] },
  log: Logger,
): Promise<Whereabouts> => {
  const places = await presence.coarse(agency._id)
  const areas = new Map(agency.kelurahan.map((area) => [area.code, area]))
  try {
    const [fixes, tracks, trips] = await Promise.all([
      presence.all(agency._id),
      presence.tracks(agency._id),
      presence.trips(agency._id),
    ])
    return { fixes, tracks, trips, places, areas }
  } catch (err) {
    log.debug({ err }, 'no live positions: matching by coarse places')
    return { fixes: new Map(), tracks: new Map(), trips: new Set(), places, areas }
  }
}

const fixOf = (fix: HeldFix | undefined): Fix | null =>
  fix ? { ...fix, accuracyM: fix.accuracyM ?? USUAL_ACCURACY_M, at: new Date(fix.at) } : null

const coarseFixOf = (place: LastPlace | undefined): Fix | null =>
  place ? { ...place, accuracyM: Math.max(place.accuracyM, COARSE_ACCURACY_M), at: new Date(place.at) } : null

/** His kelurahan for tonight, else where he was last seen on this duty. */
const declaredOf = (
  { declaredArea, dutySince, changedAt }: Volunteer,
  place: LastPlace | undefined,
  areas: Whereabouts['areas'],
): DeclaredArea | null => {
  const area = areas.get(declaredArea ?? '')
  if (area)
    return { lat: area.lat, lng: area.lng, radiusM: KELURAHAN_RADIUS_M, at: new Date(dutySince ?? changedAt) }
  return place && dutySince !== null && place.at >= dutySince
    ? { lat: place.lat, lng: place.lng, radiusM: LAST_PLACE_RADIUS_M, at: new Date(place.at) }
    : null
}

/** The best position known of a volunteer, or null. */
export const positionOf = (
  volunteer: Volunteer,
  { fixes, places, areas }: Whereabouts,
  now: Date,
  policy: MatchPolicy,
): CandidatePosition | null => {
  const place = places.get(volunteer.id)
  const live = positionFrom(now, fixOf(fixes.get(volunteer.id)), null, policy)
  return live ?? positionFrom(now, coarseFixOf(place), declaredOf(volunteer, place, areas), policy)
}

/** How hard it is to believe where his fixes tell that he is, in points. What he declared himself is believed. */
export const doubtOf = (
  { id }: Volunteer,
  position: CandidatePosition | null,
  { fixes, tracks }: Whereabouts,
  now: Date,
): number => {
  const fix = fixes.get(id)
  const track = tracks.get(id)
  if (fix === undefined || track === undefined || position === null || position.source === 'declared')
    return 0
  return implausibility(track, fix, now.toISOString())
}
