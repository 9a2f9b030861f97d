import type { PartnerEventData } from '#contracts/wire/partner/events.ts'
import type { Course } from './driver/course.ts'
import { driverOf, type Driver } from './driver/driver.ts'
import type { Point } from './geo.ts'
import type { DeclineReason, Offered, ReactionKind } from './reaction.ts'
import type { RosterEntry } from './roster.ts'
import type { Settings } from './settings.ts'
import type { Cancel } from './time.ts'

export type Step = PartnerEventData<'assignment.progressed'>['state']

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
  /** What will become of it. */
  course: Course
  /** Exact, and only after the confirmation. */
  place: Point | null
  /** Steps he has taken. */
  reached: Set<Step>
  /** Steps that Top Ranger has taken from us. */
  told: Set<Step>
  calledHome: boolean
  /** `over`: completed, given back or stood down. */
  state: 'awaiting' | 'under_way' | 'over'
  cancel: Cancel
  /** A step that the network holds back until after the next one. */
  heldBack: PartnerEventData<'assignment.progressed'> | null
  /** Steps are told one after another; after a task was given back nothing is taken any more. */
  telling: Promise<void>
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
  /** Calls for help and incidents seen that Top Ranger has taken from us. */
  calledForHelp: number
  observed: number
  /** Offers received so far that a script decided. */
  scripted: number
}

export const nothing: Cancel = () => undefined

export const openBook = (roster: readonly RosterEntry[], settings: Settings): Book => ({
  drivers: new Map(roster.map((entry) => [entry.volunteerRef, driverOf(entry, settings)])),
  offers: new Map(),
  tasks: new Map(),
  withdrawnBefore: new Set(),
  announced: false,
  duplicatesSent: 0,
  calledForHelp: 0,
  observed: 0,
  scripted: 0,
})
