import type { PartnerEventData } from '#contracts/wire/partner/events.ts'
import type { Point } from './geo.ts'
import { randomOf, type Random } from './random.ts'
import { drawTemper, type DeclineReason, type Offered, type ReactionKind } from './reaction.ts'
import type { Ride } from './ride.ts'
import type { RosterEntry } from './roster.ts'
import type { Cancel } from './time.ts'

export type Step = PartnerEventData<'assignment.progressed'>['state']

/** One of our drivers. Streams of luck of his own, so that how he rides and repeats never changes what he answers. */
export interface Driver {
  entry: RosterEntry
  ref: string
  answers: Random
  ways: Random
  talk: Random
  temper: number
  /** We have told Top Ranger, or begun to, that he is on duty. */
  onDuty: boolean
  /** Where he stands, or stood when the ride began. */
  stands: Point
  ride: Ride | null
  /** Between rides without a task. */
  idleUntil: number
  /** The last offer he got. */
  offerId: string | null
  task: Task | null
}

/** `gone`: taken back, or dead, before he answered. */
export type Fate = 'open' | 'accepted' | 'declined' | 'late' | 'ignored' | 'gone'

export interface HeldOffer {
  data: Offered
  kind: ReactionKind
  reason: DeclineReason
  fate: Fate
  /** He has said yes or no; nothing takes that back. */
  answered: boolean
  ended: boolean
  /** Stops the answer that is still to come. */
  cancel: Cancel
}

export interface Task {
  assignmentId: string
  /** The offer it came of, when we know. */
  offerId: string | null
  /** Exact, and only after the confirmation. */
  place: Point | null
  /** Steps he has taken. */
  reached: Set<Step>
  /** Steps that Top Ranger has taken from us. */
  told: Set<Step>
  calledHome: boolean
  /** `over`: completed or stood down. */
  state: 'awaiting' | 'under_way' | 'over'
  cancel: Cancel
  /** A step that the network holds back until after the next one. */
  heldBack: PartnerEventData<'assignment.progressed'> | null
}

/** What our platform keeps: drivers, the offers they got, the tasks they took. */
export interface Book {
  drivers: ReadonlyMap<string, Driver>
  offers: Map<string, HeldOffer>
  tasks: Map<string, Task>
  /** Offers taken back before they came. */
  withdrawnBefore: Set<string>
  /** Everybody's duty has been told since we started. */
  announced: boolean
  duplicatesSent: number
  /** Offers received so far that a script decided. */
  scripted: number
}

export const nothing: Cancel = () => undefined

export const openBook = (roster: readonly RosterEntry[], seed: number): Book => ({
  drivers: new Map(roster.map((entry) => [entry.volunteerRef, driverOf(entry, seed)])),
  offers: new Map(),
  tasks: new Map(),
  withdrawnBefore: new Set(),
  announced: false,
  duplicatesSent: 0,
  scripted: 0,
})

const driverOf = (entry: RosterEntry, seed: number): Driver => {
  const answers = randomOf(seed, `${entry.volunteerRef}:answers`)
  return {
    entry,
    ref: entry.volunteerRef,
    answers,
    ways: randomOf(seed, `${entry.volunteerRef}:ways`),
    talk: randomOf(seed, `${entry.volunteerRef}:talk`),
    temper: drawTemper(answers),
    onDuty: false,
    stands: entry.home,
    ride: null,
    idleUntil: 0,
    offerId: null,
    task: null,
  }
}
