import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import {
  addAnswers,
  addReplies,
  type AnswerRecord,
  NO_ANSWERS,
  NO_REPLIES,
} from '#contracts/domain/volunteer/answers.ts'
import { addComings, type Comings, NO_COMINGS } from '#contracts/domain/volunteer/comings.ts'
import { bandOdds, chanceAt, chanceOf, type Prior, priorOf } from './acceptance.ts'
import { type Asked, type Reach, reachOf, silenceOf } from './reach.ts'
import { type Reply, replyOf } from './reply.ts'

/** What an agency has learned of how its people answer. */
export interface Habits {
  prior: Prior
  reply: Reply
  /** The odds of a yes at this hour, as a multiple of those of the whole day. */
  hourOdds: number
  /** Of those who said yes, the part that came; absent in rounds of earlier releases: what the policy assumes. */
  comes?: number
  /** What silence means; absent in rounds of earlier releases: nothing beyond the answers. */
  reach?: Reach
}

/** Nobody has answered anything yet. */
export const assumedHabits = (policy: MatchPolicy): Habits => ({
  prior: policy.assumedChance,
  reply: policy.assumedReply,
  hourOdds: 1,
  comes: policy.assumedComes,
  reach: learnedReach([], policy.assumedChance, policy),
})

/** What silence means among these people, whose next yes has the chance `prior`. */
export const learnedReach = (
  people: readonly Asked[],
  prior: Prior,
  { decides, assumedUnreachable }: MatchPolicy,
): Reach => ({
  silence: silenceOf(people, (1 - prior.mean) * (1 - decides)),
  unreachable: assumedUnreachable,
})

/** What the answers of an agency's people teach; `band` is that of the present hour. */
export const learnedHabits = (
  records: readonly AnswerRecord[],
  band: number,
  policy: MatchPolicy,
): Habits => {
  const { assumedChance, assumedReply, assumedComes } = policy
  const prior = priorOf(
    records.map(({ answers }) => answers),
    assumedChance,
  )
  const inBand = records.map(({ bands }) => bands[band] ?? NO_ANSWERS).reduce(addAnswers, NO_ANSWERS)
  const replies = records.map((record) => record.replies).reduce(addReplies, NO_REPLIES)
  const comings = records.map(({ coming }) => coming ?? NO_COMINGS).reduce(addComings, NO_COMINGS)
  const comes = comingChance(comings, { mean: assumedComes, strength: ASSUMED_TASKS })
  const asked = records.map(({ answers, lately }) => ({ answers, silences: lately?.silences.length ?? 0 }))
  const reach = learnedReach(asked, prior, policy)
  return { prior, reply: replyOf(replies, assumedReply), hourOdds: bandOdds(inBand, prior), comes, reach }
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

/** The chance that he says yes now: that he is reached, and willing. */
export const chanceNow = (
  { answers = NO_ANSWERS, silences = 0 }: Partial<Asked>,
  { prior, hourOdds, reach }: Habits,
): number =>
  chanceAt(chanceOf(answers, prior), hourOdds) * (reach ? reachOf({ answers, silences }, reach) : 1)
