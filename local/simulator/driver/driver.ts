import type { Point } from '../geo.ts'
import { chance, randomOf, type Random } from '../random.ts'
import { drawHours, type Hours } from '../day/hours.ts'
import type { Task } from '../book.ts'
import { drawReadiness } from '../reaction.ts'
import type { Ride } from '../ride.ts'
import type { RosterEntry } from '../roster.ts'
import type { Settings } from '../settings.ts'

/** What he carries. While it is lost it neither tells nor shows anything. */
export interface Phone {
  tellsWhere: boolean
  lost: boolean
  /** What is to be said when it is found. */
  unsaid: (() => void)[]
  /** Metres that its position is off. */
  off: { east: number; north: number }
}

/**
 * One of our drivers. Streams of luck of his own, and one for each side of him, so that how he rides and repeats never
 * changes what he answers.
 */
export interface Driver {
  entry: RosterEntry
  ref: string
  answers: Random
  ways: Random
  talk: Random
  /** Passengers and lost phones. */
  life: Random
  /** What becomes of his tasks. */
  fates: Random
  gps: Random
  /** Probability that he accepts an offer. */
  readiness: number
  hours: Hours
  phone: Phone
  /** We have told Top Ranger, or begun to, that he is on duty. */
  onDuty: boolean
  /** The last word on it has been taken. */
  dutyTold: Promise<unknown>
  /** When he went off duty (ms). */
  offSince: number
  /** Where he stands, or will stand when the ride is over. */
  stands: Point
  ride: Ride | null
  /** Between rides without a task. */
  idleUntil: number
  /** The last offer he got. */
  offerId: string | null
  task: Task | null
  trip: Trip | null
}

/** A passenger is on board. */
export interface Trip {
  cancel: () => void
}

export const driverOf = (entry: RosterEntry, { seed, shares, day }: Settings): Driver => {
  const { volunteerRef: ref } = entry
  const stream = (what: string): Random => randomOf(seed, `${ref}:${what}`)
  const phones = stream('phone')
  const lost = chance(phones, day.unreachablePct)
  const declared = chance(phones, day.declaredPct ?? 0)
  return {
    entry,
    ref,
    answers: stream('answers'),
    ways: stream('ways'),
    talk: stream('talk'),
    life: stream('life'),
    fates: stream('fates'),
    gps: stream('gps'),
    readiness: drawReadiness(stream('readiness'), shares),
    hours: drawHours(stream('hours')),
    phone: {
      tellsWhere: day.declaredPct === null ? entry.positions : !declared,
      lost,
      unsaid: [],
      off: { east: 0, north: 0 },
    },
    onDuty: false,
    dutyTold: Promise.resolve(),
    offSince: 0,
    stands: entry.home,
    ride: null,
    idleUntil: 0,
    offerId: null,
    task: null,
    trip: null,
  }
}
