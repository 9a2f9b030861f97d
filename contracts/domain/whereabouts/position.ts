import type { PositionSource } from '../incident/words.ts'
import { isPlace } from '../place.ts'
import type { MatchPolicy } from '../policy/settings.ts'

/** Where a volunteer is believed to be, in WGS 84 degrees; he may be up to `uncertaintyM` away from it. */
export interface BelievedPosition {
  lat: number
  lng: number
  source: PositionSource
  ageS: number
  uncertaintyM: number
}

/** A position report of a phone: degrees, and the radius of its 68 % circle in metres. */
export interface Fix {
  lat: number
  lng: number
  accuracyM: number
  at: Date
}

/** The kelurahan declared for tonight, or the place of the last task: reference point, radius, when it was said. */
export interface DeclaredArea {
  lat: number
  lng: number
  radiusM: number
  at: Date
}

/**
 * The best source a volunteer has: a live fix, a recent one, the declared area (valid while he is on duty), or
 * none. A fix from the future beyond what clocks differ by is no fix.
 */
export const positionFrom = (
  now: Date,
  fix: Fix | null,
  declared: DeclaredArea | null,
  policy: MatchPolicy,
): BelievedPosition | null => (fix && fromFix(now, fix, policy)) ?? (declared && fromDeclared(now, declared))

const fromFix = (now: Date, fix: Fix, policy: MatchPolicy): BelievedPosition | null => {
  const ageS = ageOf(now, fix.at)
  if (!isPlace(fix) || !(fix.accuracyM >= 0) || !(ageS >= -policy.liveMaxAgeS)) return null
  if (ageS < policy.liveMaxAgeS && fix.accuracyM < policy.liveMaxAccuracyM)
    return position(fix, 'live', ageS, fix.accuracyM)
  if (ageS >= policy.recentMaxAgeS || fix.accuracyM >= policy.recentMaxAccuracyM) return null
  const strayedM = Math.max(0, ageS - policy.liveMaxAgeS) * policy.driftMps
  return position(fix, 'recent', ageS, fix.accuracyM + strayedM)
}

const fromDeclared = (now: Date, area: DeclaredArea): BelievedPosition | null =>
  isPlace(area) && area.radiusM >= 0 ? position(area, 'declared', ageOf(now, area.at), area.radiusM) : null

const ageOf = (now: Date, at: Date): number => (now.getTime() - at.getTime()) / 1000

const position = (
  { lat, lng }: { lat: number; lng: number },
  source: PositionSource,
  ageS: number,
  uncertaintyM: number,
): BelievedPosition => ({
  lat,
  lng,
  source,
  ageS: Math.max(0, Math.round(ageS)),
  uncertaintyM: Math.round(uncertaintyM),
})
