import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import {
  addAnswers,
  addReplies,
  type AnswerRecord,
  type Answers,
  NO_ANSWERS,
  NO_REPLIES,
} from '#contracts/domain/volunteer/answers.ts'
import { bandOdds, chanceAt, chanceOf, type Prior, priorOf } from './acceptance.ts'
import { type Reply, replyOf } from './reply.ts'

/** What an agency has learned of how its people answer. */
export interface Habits {
  prior: Prior
  reply: Reply
  /** The odds of a yes at this hour, as a multiple of those of the whole day. */
  hourOdds: number
}

/** Nobody has answered anything yet. */
export const assumedHabits = ({ assumedChance, assumedReply }: MatchPolicy): Habits => ({
  prior: assumedChance,
  reply: assumedReply,
  hourOdds: 1,
})

/** What the answers of an agency's people teach; `band` is that of the present hour. */
export const learnedHabits = (
  records: readonly AnswerRecord[],
  band: number,
  { assumedChance, assumedReply }: MatchPolicy,
): Habits => {
  const prior = priorOf(
    records.map(({ answers }) => answers),
    assumedChance,
  )
  const inBand = records.map(({ bands }) => bands[band] ?? NO_ANSWERS).reduce(addAnswers, NO_ANSWERS)
  const replies = records.map((record) => record.replies).reduce(addReplies, NO_REPLIES)
  return { prior, reply: replyOf(replies, assumedReply), hourOdds: bandOdds(inBand, prior) }
}

/** The chance that he says yes now. */
export const chanceNow = (answers: Answers | undefined, { prior, hourOdds }: Habits): number =>
  chanceAt(chanceOf(answers ?? NO_ANSWERS, prior), hourOdds)
