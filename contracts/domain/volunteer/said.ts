import { plusSeconds, type Instant } from '../instant.ts'
import type { Duty, Told } from './facts.ts'
import type { Volunteer } from './state.ts'

/** When a platform said something. Its messages come late, doubled and in any order; the order is that of its own clock. */
export interface Said {
  /** By the sender's clock, never later than when he sent it first. */
  at: Instant
  /** The same moment by our clock. */
  ours: Instant
  /** How old it was when it came first, in seconds. */
  ageS: number
}

/** So much lies between what is said and what is done anyway. */
const ABOUT_S = 5 * 60
/** Who said so long ago that he is ready may have gone to bed. */
const READY_S = 3600

/** It was said before this moment of our clock, by more than people and lines explain. */
export const isLongBefore = ({ ours }: Said, moment: Instant): boolean => plusSeconds(ours, ABOUT_S) < moment

/** His platform has said something newer about this. */
export const isOvertaken = ({ said }: Volunteer, told: Told, { at }: Said): boolean =>
  at < (said?.[told] ?? '')

/** When somebody other than his platform set his duty, by our clock; null when nobody else did. */
const dutySetAtOf = ({ said, dutySetAt, dutySince, changedAt }: Volunteer): Instant | null =>
  // Before his platform has told when it speaks, all that we know of him is from others or from an older release.
  said?.duty === undefined ? (dutySince ?? changedAt) : (dutySetAt ?? null)

/**
 * A word about his duty that comes too late: his platform has said something newer, somebody else has set his duty since,
 * or he would come on duty by a word of more than an hour ago.
 */
export const isDutyPast = (state: Volunteer, duty: Duty, said: Said): boolean => {
  const setAt = dutySetAtOf(state)
  return (
    isOvertaken(state, 'duty', said) ||
    (setAt !== null && isLongBefore(said, setAt)) ||
    (duty === 'on' && state.duty !== 'on' && said.ageS > READY_S)
  )
}

/** His platform has spoken about these. */
export const withSaid = (state: Volunteer, told: readonly Told[], at: Instant | undefined): Volunteer =>
  at === undefined
    ? state
    : { ...state, said: { ...state.said, ...Object.fromEntries(told.map((one) => [one, at])) } }

/** Somebody else has set his duty. Facts of older releases fold as they always did. */
export const withDutySet = (state: Volunteer, at: Instant): Volunteer =>
  state.said?.duty === undefined ? state : { ...state, dutySetAt: at }
