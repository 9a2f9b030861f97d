import type { ReplySums } from '#contracts/domain/volunteer/answers.ts'

/** How long people take to answer: lognormal. */
export interface Reply {
  medianS: number
  sigma: number
}

/** Replies that the assumed habit weighs. */
const ASSUMED_WEIGHT = 20

/** How long this agency's people take, from its past replies, shrunk to what is assumed. */
export const replyOf = ({ count, logs, squares }: ReplySums, assumed: Reply): Reply => {
  const weight = count + ASSUMED_WEIGHT
  const mean = (logs + Math.log(assumed.medianS) * ASSUMED_WEIGHT) / weight
  const spread = Math.max(0, squares - 2 * mean * logs + count * mean ** 2)
  const variance = (spread + ASSUMED_WEIGHT * assumed.sigma ** 2) / weight
  return { medianS: Math.exp(mean), sigma: Math.sqrt(variance) }
}

/** Seconds until an answer, on average. */
export const meanReplyS = ({ medianS, sigma }: Reply): number => medianS * Math.exp(sigma ** 2 / 2)

/** The part of those who do answer from whom nothing has come after so many seconds. */
export const unanswered = ({ medianS, sigma }: Reply, seconds: number): number =>
  seconds <= 0 ? 1 : tail(Math.log(seconds / medianS) / sigma)

/** Seconds until an answer that has not come after `seconds`, on average, if it comes at all. */
export const restOfReplyS = (reply: Reply, seconds: number): number => {
  if (seconds <= 0) return meanReplyS(reply)
  const z = Math.log(seconds / reply.medianS) / reply.sigma
  const late = tail(z)
  // Beyond four sigma nothing is known; whoever answers so late may as well take as long again.
  return late > 3e-5 ? (meanReplyS(reply) * tail(z - reply.sigma)) / late - seconds : seconds
}

/** The chance that a yes is still to come from somebody silent for `seconds`; `decides` is the part of the others who decline instead of keeping silent. */
export const chanceStill = (chance: number, reply: Reply, seconds: number, decides: number): number => {
  const open = unanswered(reply, seconds)
  const yes = chance * open
  const others = (1 - chance) * (decides * open + 1 - decides)
  return yes + others > 0 ? yes / (yes + others) : 0
}

/** The same for an answer of any kind, as a part of the chance that there was at first. */
export const answerStill = (chance: number, reply: Reply, seconds: number, decides: number): number => {
  const open = unanswered(reply, seconds)
  const answers = chance + (1 - chance) * decides
  const never = (1 - chance) * (1 - decides)
  return answers > 0 ? open / (answers * open + never) : 0
}

/** 1 − Φ(z), the upper tail of the normal distribution (Abramowitz and Stegun 26.2.17; absolute error below 7.5e-8). */
const tail = (z: number): number => {
  const x = Math.abs(z)
  const t = 1 / (1 + 0.2316419 * x)
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  const upper =
    density * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return z >= 0 ? upper : 1 - upper
}
