import type { Fact } from '../fact.ts'
import { type Instant, secondsBetween } from '../instant.ts'
import { witaHour } from '../wita.ts'
import { type Coming, comingFacts, foldComing } from './comings.ts'
import { foldLately, type Lately, latelyFacts } from './lately.ts'

/** What became of the times somebody was asked. Offers taken back or given up as undelivered are no answers and do not count. */
export interface Answers {
  accepted: number
  declined: number
  silent: number
}

export const NO_ANSWERS: Answers = { accepted: 0, declined: 0, silent: 0 }

export const timesAsked = ({ accepted, declined, silent }: Answers): number => accepted + declined + silent

export const addAnswers = (a: Answers, b: Answers): Answers => ({
  accepted: a.accepted + b.accepted,
  declined: a.declined + b.declined,
  silent: a.silent + b.silent,
})

/** Hours of a day that are taken together: shift workers, school runs, the night. */
const BAND_HOURS = 4
export const BANDS = 24 / BAND_HOURS

/** The band of the day that a local hour (0 to 23) lies in. */
export const bandOf = (localHour: number): number => Math.floor(localHour / BAND_HOURS) % BANDS

/** Seconds until answers, as sums of their logarithms: all that a lognormal distribution is learned from. */
export interface ReplySums {
  count: number
  logs: number
  squares: number
}

export const NO_REPLIES: ReplySums = { count: 0, logs: 0, squares: 0 }

export const addReplies = (a: ReplySums, b: ReplySums): ReplySums => ({
  count: a.count + b.count,
  logs: a.logs + b.logs,
  squares: a.squares + b.squares,
})

/** Replies after so many seconds each; one that cannot have taken any time teaches nothing. */
export const repliesAfter = (...seconds: readonly number[]): ReplySums => {
  const logs = seconds.filter((one) => one > 0 && one < Infinity).map(Math.log)
  return logs.reduce((sums, log) => addReplies(sums, { count: 1, logs: log, squares: log * log }), NO_REPLIES)
}

/** What the ledger tells of one volunteer's answers; folded from its facts, so it can be made anew at any time. */
export interface AnswerRecord {
  answers: Answers
  /** The same by the band of the day in which he was asked. */
  bands: readonly Answers[]
  replies: ReplySums
  /** The offer that he has not answered yet. */
  open: { offerId: string; at: Instant } | null
  /** Absent in records of earlier releases, which did not look. */
  coming?: Coming
  /** The same: absent is nothing. */
  lately?: Lately
}

export const NO_RECORD: AnswerRecord = {
  answers: NO_ANSWERS,
  bands: Array.from({ length: BANDS }, () => NO_ANSWERS),
  replies: NO_REPLIES,
  open: null,
}

/** The facts that `foldAnswers` understands; all others change nothing. */
export const answerFacts = ['offer.created', 'offer.withdrawn', ...latelyFacts, ...comingFacts] as const

const answerOf = ({ type, data }: Pick<Fact, 'type' | 'data'>): Answers | null => {
  if (type === 'offer.accepted') return { ...NO_ANSWERS, accepted: 1 }
  if (type === 'offer.declined') return { ...NO_ANSWERS, declined: 1 }
  if (type === 'offer.expired' && data['reason'] === 'no_answer') return { ...NO_ANSWERS, silent: 1 }
  return null
}

/**
 * Adds one fact of an offer, in the order of the ledger. Only what a round asked counts: who was called by an operator, or
 * came back with a late yes, was not asked like others.
 */
export const foldAnswers = (record: AnswerRecord, fact: Pick<Fact, 'type' | 'at' | 'data'>): AnswerRecord => {
  const coming = foldComing(record.coming, fact)
  const { open } = record
  const askedAt = open !== null && open.offerId === String(fact.data['offerId']) ? open.at : null
  const lately = foldLately(record.lately, fact, askedAt)
  return { ...foldOffer(record, fact), ...(coming && { coming }), ...(lately && { lately }) }
}

const foldOffer = (
  record: AnswerRecord,
  { type, at, data }: Pick<Fact, 'type' | 'at' | 'data'>,
): AnswerRecord => {
  const offerId = String(data['offerId'])
  if (type === 'offer.created')
    return data['chosenBy'] === 'match' ? { ...record, open: { offerId, at } } : record
  if (record.open === null || record.open.offerId !== offerId) return record
  const answer = answerOf({ type, data })
  if (answer === null) return { ...record, open: null }
  const band = bandOf(witaHour(record.open.at))
  const isReply = answer.silent === 0
  return {
    answers: addAnswers(record.answers, answer),
    bands: record.bands.map((own, index) => (index === band ? addAnswers(own, answer) : own)),
    replies: isReply
      ? addReplies(record.replies, repliesAfter(secondsBetween(record.open.at, at)))
      : record.replies,
    open: null,
  }
}
