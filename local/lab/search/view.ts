import type { Answers } from '#contracts/domain/volunteer/answers.ts'

/** A volunteer as a policy sees him: how far he is, and what he answered in the past. */
export interface Seen {
  travelS: number
  answers: Answers
}

/** Somebody asked who has not answered. */
export interface Asking {
  person: number
  askedS: number
}

/** Somebody who said yes. */
export interface Coming {
  person: number
  arrivalS: number
}

/** One search for one arrival, at a moment of virtual time. Persons are indices into `people`, the nearest first. */
export interface View {
  nowS: number
  people: readonly Seen[]
  isAsked: (person: number) => boolean
  pending: readonly Asking[]
  coming: readonly Coming[]
}

/** What an agency remembers when a policy begins: answers, not chances. */
export interface History {
  people: readonly Answers[]
  repliesS: readonly number[]
  /** Of those who accepted, how many came. */
  accepted: number
  came: number
}

export interface SearchPolicy {
  /** Whom to ask now. Called at the start and after every event, until somebody has arrived. */
  ask: (view: View) => readonly number[]
  /** Whose offer to take back, after a yes. */
  withdraw: (view: View) => readonly number[]
}

export type PolicyMaker = (history: History) => SearchPolicy
