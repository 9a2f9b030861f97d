import { plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import type { MessageType } from '#contracts/wire/sms.ts'

/** When a message is tried again: seconds after the first attempt. After the last one it is given up. */
export interface Schedule {
  retryAtS: readonly number[]
  /** Each moment is moved by up to this share of it, so that an outage does not end in a stampede. */
  jitter: number
  /** Whatever a partner asks for, no later than this after the first attempt. */
  withinS: number
}

/** A volunteer waits, or must be told to turn back. After 30 s a person has to know that it failed. */
const urgent: Schedule = { retryAtS: [1, 2, 4, 8, 15], jitter: 0, withinS: 30 }
/** 5 s, 30 s, 2 min, 10 min, 1 h, 3 h, 12 h. */
const patient: Schedule = { retryAtS: [5, 30, 120, 600, 3600, 10_800, 43_200], jitter: 0.1, withinS: 86_400 }

/** Somebody waits for the answer in front of a screen, and asks again himself. */
const once: Schedule = { retryAtS: [], jitter: 0, withinS: 5 }

export type Schedules = Record<MessageType, Schedule>
export const defaultSchedules: Schedules = {
  'offer.created': urgent,
  'offer.withdrawn': urgent,
  'assignment.stood_down': urgent,
  'assignment.confirmed': patient,
  'assignment.updated': patient,
  'message.sent': patient,
  'checkin.requested': patient,
  ping: once,
  'sign_in.code': urgent,
}

export interface Tried {
  /** When the first attempt began. */
  firstAt: Instant
  /** Attempts so far, the failed one included. */
  attempts: number
  now: Instant
  /** Seconds that the partner asked us to wait; 0 when he did not. */
  retryAfterS: number
}

/** The moment of the next attempt, not before `now`; null: no further one. */
export const nextAttempt = (schedule: Schedule, tried: Tried, random: () => number): Instant | null => {
  const { firstAt, attempts, now, retryAfterS } = tried
  const offsetS = schedule.retryAtS[attempts - 1]
  if (offsetS === undefined) return null
  const planned = plusSeconds(firstAt, offsetS * (1 + schedule.jitter * (2 * random() - 1)))
  const asked = plusSeconds(now, retryAfterS)
  const next = planned > asked ? planned : asked
  return next > plusSeconds(firstAt, schedule.withinS) ? null : next
}
