import type { Driver } from './driver/driver.ts'
import { metresBetween, type Point } from './geo.ts'
import { landmarks } from './landmarks.ts'
import { between, pick } from './random.ts'
import { type Moment, momentOf, rideTo, type Riding } from './ride.ts'
import type { Settings } from './settings.ts'

/** Motorcycles of Kupang by day. */
const KMH = 28
const KMH_OF_PEOPLE = [20, 35] as const
const WANDERS_TO = 4

/** How many times faster than in life one rides: as life is played, but never above the limit. */
export const paceOf = ({ speed, kmhMax }: Settings): number => Math.min(speed, kmhMax / KMH)

/** Somebody who rides to a task, or with a passenger. */
export const hurrying = (settings: Settings, kmh = KMH): Riding => ({
  kmh: Math.min(kmh * settings.speed, settings.kmhMax),
  haste: settings.speed,
})

/** How fast this person rides this time, in life. */
export const ownKmh = ({ ways }: Driver): number => between(ways, ...KMH_OF_PEOPLE)

/** Where he is at `now` (ms). */
export const momentAt = (driver: Driver, now: number): Moment =>
  driver.ride === null ? { point: driver.stands, speedMps: 0, headingDeg: 0 } : momentOf(driver.ride, now)

/** Sends him from where he is now; the way takes him until the moment that is returned. */
export const sendTo = (driver: Driver, to: Point, riding: Riding, now: number): number => {
  const from = momentAt(driver, now).point
  driver.stands = to
  driver.ride = rideTo(driver.ways, from, to, riding, now)
  return driver.ride.arrivesAt
}

/** He stops where he is. */
export const stopAt = (driver: Driver, now: number): void => {
  driver.stands = momentAt(driver, now).point
  driver.ride = null
}

/** Without a task or a passenger he waits somewhere, then rides on to one of the places nearest to his home. In life's own speed. */
export const wander = (driver: Driver, now: number): void => {
  if (driver.task !== null || driver.trip !== null) return
  if (driver.ride !== null && now < driver.ride.arrivesAt) return
  if (driver.ride !== null) {
    driver.ride = null
    driver.idleUntil = now + between(driver.ways, 60, 300) * 1000
  }
  if (now < driver.idleUntil) return
  sendTo(driver, pick(driver.ways, near(driver.entry.home)), { kmh: ownKmh(driver), haste: 1 }, now)
}

const near = (home: Point): Point[] =>
  landmarks.toSorted((a, b) => metresBetween(home, a) - metresBetween(home, b)).slice(0, WANDERS_TO)
