import type { Driver } from './book.ts'
import { metresBetween, type Point } from './geo.ts'
import { landmarks } from './landmarks.ts'
import { between, pick } from './random.ts'
import { type Moment, momentOf, rideTo } from './ride.ts'
import type { Settings } from './settings.ts'

/** Motorcycles of Kupang by day. */
const KMH = 28
const WANDERS_TO = 3

/** How fast he hurries to a task: faster than life, but never above the limit. */
export const hurryKmh = ({ speed, kmhMax }: Settings): number => Math.min(KMH * speed, kmhMax)

/** Where he is at `now` (ms). */
export const momentAt = (driver: Driver, now: number): Moment =>
  driver.ride === null ? { point: driver.stands, speedMps: 0, headingDeg: 0 } : momentOf(driver.ride, now)

/** Sends him from where he is now; the way takes him until `ride.arrivesAt`. */
export const sendTo = (driver: Driver, to: Point, kmh: number, now: number): number => {
  const from = momentAt(driver, now).point
  driver.stands = to
  driver.ride = rideTo(driver.ways, from, to, kmh, now)
  return driver.ride.arrivesAt
}

/** Without a task he waits somewhere, then rides on to one of the places nearest to his home. In life's own speed. */
export const wander = (driver: Driver, now: number): void => {
  if (driver.task !== null) return
  if (driver.ride !== null && now < driver.ride.arrivesAt) return
  if (driver.ride !== null) {
    driver.ride = null
    driver.idleUntil = now + between(driver.ways, 60, 300) * 1000
  }
  if (now < driver.idleUntil) return
  sendTo(driver, pick(driver.ways, near(driver.entry.home)), between(driver.ways, 18, 32), now)
}

const near = (home: Point): Point[] =>
  landmarks.toSorted((a, b) => metresBetween(home, a) - metresBetween(home, b)).slice(0, WANDERS_TO)
