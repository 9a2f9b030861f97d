import { z } from 'zod'
import { Instant, secondsBetween } from '../instant.ts'
import { distanceM, isPlace, type Point } from '../place.ts'

/** One report of where a phone is; `accuracyM` is null where it did not say. */
export interface Seen extends Point {
  accuracyM: number | null
  at: Instant
}

/** What the fixes of one volunteer so far tell about whether they can be true. */
export const Track = z.strictObject({
  /** Points for movements that no vehicle makes, as they weighed at `at`; they fade. */
  strikes: z.number().nonnegative(),
  at: Instant,
  /** Since when every fix has been the same to the last digit, and how many there were. */
  stillSince: Instant,
  stillFixes: z.int().positive(),
})
export type Track = z.infer<typeof Track>

/** Nothing on the roads of Kupang goes faster, not even an ambulance. */
const MOST_KMH = 150
/** Between tall houses a phone errs by this much now and then: that is no movement. */
const GLITCH_M = 300
/** What no accuracy was told for is taken for a phone in a city. */
const USUAL_ACCURACY_M = 100
/** A jump across the city in no time: what a made-up position does when it is switched on. */
const TELEPORT = { kmh: 1000, metres: 5000, points: 2 }
/** A phone that erred once is believed again soon. */
const HALF_LIFE_S = 30 * 60
/** Real satellites make the last digits tremble. A parked phone may repeat itself for a while; coarse digits always do. */
const STILL = { fixes: 10, pointEveryS: 40 * 60, digits: 5 }

/** Points for moving from one fix to the next: 0 for what can be, 1 for too fast, 2 for a teleport. */
export const strikeOf = (from: Seen, to: Seen): number => {
  if (!isPlace(from) || !isPlace(to)) return 0
  const doubtM = (from.accuracyM ?? USUAL_ACCURACY_M) + (to.accuracyM ?? USUAL_ACCURACY_M)
  const metres = distanceM(from, to) - doubtM
  if (metres < GLITCH_M) return 0
  const kmh = (metres / Math.max(1, secondsBetween(from.at, to.at))) * 3.6
  if (kmh <= MOST_KMH) return 0
  return kmh > TELEPORT.kmh && metres > TELEPORT.metres ? TELEPORT.points : 1
}

const faded = ({ strikes, at }: Track, now: Instant): number =>
  strikes * 2 ** (-Math.max(0, secondsBetween(at, now)) / HALF_LIFE_S)

/** What is known of him once a later fix has come. `last` is the one before; null: there is none. */
export const tracked = (track: Track | null, last: Seen | null, next: Seen): Track => {
  if (track === null || last === null) return { strikes: 0, at: next.at, stillSince: next.at, stillFixes: 1 }
  const isStill = last.lat === next.lat && last.lng === next.lng
  return {
    strikes: faded(track, next.at) + strikeOf(last, next),
    at: next.at,
    stillSince: isStill ? track.stillSince : next.at,
    stillFixes: isStill ? track.stillFixes + 1 : 1,
  }
}

const isPrecise = ({ lat, lng }: Point): boolean =>
  [lat, lng].some((degrees) => Number(degrees.toFixed(STILL.digits - 1)) !== degrees)

/**
 * How hard his fixes are to believe, in points: 0 is an ordinary phone. Each impossible movement counts one or two, fading
 * by half in half an hour; coordinates frozen to the last digit count one point for every 40 minutes.
 */
export const implausibility = (track: Track, last: Seen, now: Instant): number => {
  const stillS = secondsBetween(track.stillSince, last.at)
  const isFrozen = track.stillFixes >= STILL.fixes && isPrecise(last)
  const points = faded(track, now) + (isFrozen ? Math.floor(stillS / STILL.pointEveryS) : 0)
  return Math.round(points * 100) / 100
}
