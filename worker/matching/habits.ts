import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import {
  addAnswers,
  addReplies,
  type AnswerRecord,
  type Answers,
  NO_ANSWERS,
  NO_REPLIES,
} from '#contracts/domain/volunteer/answers.ts'
import { addComings, type Comings, NO_COMINGS } from '#contracts/domain/volunteer/comings.ts'
import { bandOdds, chanceAt, chanceOf, type Prior, priorOf } from './acceptance.ts'
import { type Reply, replyOf } from './reply.ts'

/** What an agency has learned of how its people answer. */
export interface Habits {
  prior: Prior
  reply: Reply
  /** The odds of a yes at this hour, as a multiple of those of the whole day. */
  hourOdds: number
  /** Of those who said yes, the part that came; absent in rounds of earlier releases: what the policy assumes. */
  comes?: number
}

/** Nobody has answered anything yet. */
export const assumedHabits = ({ assumedChance, assumedReply, assumedComes }: MatchPolicy): Habits => ({
  prior: assumedChance,
  reply: assumedReply,
  hourOdds: 1,
  comes: assumedComes,
})

/** What the answers of an agency's people teach; `band` is that of the present hour. */
export const learnedHabits = (
  records: readonly AnswerRecord[],
  band: number,
  { assumedChance, assumedReply, assumedComes }: MatchPolicy,
): Habits => {
  const prior = priorOf(
    records.map(({ answers }) => answers),
    assumedChance,
  )
  const inBand = records.map(({ bands }) => bands[band] ?? NO_ANSWERS).reduce(addAnswers, NO_ANSWERS)
  const replies = records.map((record) => record.replies).reduce(addReplies, NO_REPLIES)
  const comings = records.map(({ coming }) => coming ?? NO_COMINGS).reduce(addComings, NO_COMINGS)
  const comes = comingChance(comings, { mean: assumedComes, strength: ASSUMED_TASKS })
  return { prior, reply: replyOf(replies, assumedReply), hourOdds: bandOdds(inBand, prior), comes }
}

/** Tasks that the assumed part weighs. */
const ASSUMED_TASKS = 20
/** Tasks of others that weigh as much as his own: a tyre bursts now and then. */
const OWN_TASKS = 10

const comingChance = ({ came, missed }: Comings, { mean, strength }: Prior): number =>
  (came + mean * strength) / (came + missed + strength)

/** The chance that he comes, having said yes. */
export const comesOf = (comings: Comings | undefined, { comes = 1 }: Habits): number =>
  comingChance(comings ?? NO_COMINGS, { mean: comes, strength: OWN_TASKS })

/** The chance that he says yes now. */
export const chanceNow = (answers: Answers | undefined, { prior, hourOdds }: Habits): number =>
  chanceAt(chanceOf(answers ?? NO_ANSWERS, prior), hourOdds)
