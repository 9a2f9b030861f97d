import type { Point } from '#contracts/domain/place.ts'
import type { Severity } from '#contracts/domain/words.ts'
import type { Answers } from '#contracts/domain/volunteer/answers.ts'
import type { Lately } from '#contracts/domain/volunteer/lately.ts'

/** A volunteer as the command post knows him tonight. */
export interface Known {
  place: Point
  isDeclared: boolean
  answers: Answers
  /** What his phone did tonight. That a fix of his came in is no part of the play: where he is, is known of the unreachable as well. */
  lately: Lately
  isFree: boolean
  restUntilS: number
  askedToday: number
}

/** An incident that still lacks somebody. */
export interface Lacking {
  call: number
  place: Point
  severity: Severity
  reportedS: number
  openSlots: number
  pending: readonly { helper: number; askedS: number }[]
  /** Everybody asked for it so far who was not called off. */
  asked: ReadonlySet<number>
}

/** The moment of the clock, so many seconds into the night that is played; only differences count. */
export const nightAt = (seconds: number): Date => new Date(Date.UTC(2021, 3, 4, 14) + seconds * 1000)

export interface NightView {
  nowS: number
  helpers: readonly Known[]
  lacking: readonly Lacking[]
}

/** Whom to ask now, for which call. Nobody may be asked twice or for two calls. */
export type NightPolicy = (view: NightView) => { call: number; helper: number }[]
