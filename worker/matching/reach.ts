import { type Answers, timesAsked } from '#contracts/domain/volunteer/answers.ts'
import type { Prior } from './acceptance.ts'

/** What an agency takes its people's silence for. */
export interface Reach {
  /** The chance that somebody who is reached keeps silent, and by how many answers that weighs. */
  silence: Prior
  /** The part of its people whom nothing reaches at present. */
  unreachable: number
}

/** Somebody who was asked, or was not. */
export interface Asked {
  answers: Answers
  /** How often in a row he kept silent. */
  silences: number
}

/** So that a chance is never 0, which no price can be divided by. */
const LEAST = 1e-6

/** What he does when he is reached, by his answers before this silence. */
const before = ({ answers, silences }: Asked): { silent: number; asked: number } => ({
  silent: Math.max(0, answers.silent - silences),
  asked: Math.max(0, timesAsked(answers) - silences),
})

/** Answers that the assumption weighs, and those of all others against somebody's own. */
const WEIGHTS = { assumed: 20, own: 10 }

/** How people who are reached keep silent; `assumed` until they have told. */
export const silenceOf = (people: readonly Asked[], assumed: number): Prior => {
  const all = people.map(before)
  const silent = all.reduce((sum, one) => sum + one.silent, 0)
  const asked = all.reduce((sum, one) => sum + one.asked, 0)
  const mean = (silent + assumed * WEIGHTS.assumed) / (asked + WEIGHTS.assumed)
  return { mean, strength: WEIGHTS.own }
}

/**
 * The chance that an offer reaches him, by Bayes: a run of silences is either his way, or his phone is dead and says nothing ever.
 * 1 without silences, and where nobody is taken to be unreachable.
 */
export const reachOf = (person: Asked, { silence, unreachable }: Reach): number => {
  if (person.silences === 0 || unreachable === 0) return 1
  const { silent, asked } = before(person)
  const keepsSilent = (silent + silence.mean * silence.strength) / (asked + silence.strength)
  const reached = (1 - unreachable) * keepsSilent ** person.silences
  return Math.max(LEAST, reached / (reached + unreachable))
}
