import { type Answers, timesAsked } from '#contracts/domain/volunteer/answers.ts'

/** What is expected of somebody unknown: a Beta distribution by its mean and by how many answers it weighs. */
export interface Prior {
  mean: number
  strength: number
}

/** Answers that the assumed mean weighs: an agency with a few hundred answers speaks for itself. */
const ASSUMED_WEIGHT = 20
/** Answers beyond the first of each person, summed, below which nothing is learned of how much people differ. */
const ENOUGH_REPEATS = 60
const STRENGTHS = { least: 1, most: 500 }

/**
 * The prior of an agency, from all that its people answered: their mean, and how much they differ (beta-binomial by
 * moments, Kleinman 1973): people who are all alike give a strong prior, people who are yes-sayers or never-sayers a weak
 * one. With too few repeated answers the assumed strength stays.
 */
export const priorOf = (people: Iterable<Answers>, assumed: Prior): Prior => {
  const known = [...people].filter((answers) => timesAsked(answers) > 0)
  const asked = known.reduce((sum, answers) => sum + timesAsked(answers), 0)
  const accepted = known.reduce((sum, answers) => sum + answers.accepted, 0)
  const mean = (accepted + assumed.mean * ASSUMED_WEIGHT) / (asked + ASSUMED_WEIGHT)

  const repeats = asked - known.length
  const plain = accepted / asked
  if (repeats < ENOUGH_REPEATS || !(plain > 0 && plain < 1)) return { mean, strength: assumed.strength }
  const spread = known.reduce((sum, answers) => {
    const n = timesAsked(answers)
    return sum + n * (answers.accepted / n - plain) ** 2
  }, 0)
  const alike = (spread / (plain * (1 - plain)) - (known.length - 1)) / repeats
  const strength = alike > 0 ? 1 / alike - 1 : STRENGTHS.most
  return { mean, strength: Math.min(STRENGTHS.most, Math.max(STRENGTHS.least, strength)) }
}

/** The chance that he says yes to the next offer: his own answers, shrunk to the agency's mean. */
export const chanceOf = ({ accepted, ...others }: Answers, { mean, strength }: Prior): number =>
  (accepted + mean * strength) / (timesAsked({ accepted, ...others }) + strength)

/** Answers that the whole day weighs against one band: "where the data allow". */
const BAND_WEIGHT = 50

const odds = (chance: number): number => chance / (1 - chance)

/** By how much the odds of a yes are better in this band than over the whole day; 1 without data. */
export const bandOdds = (inBand: Answers, prior: Prior): number => {
  const chance = chanceOf(inBand, { mean: prior.mean, strength: BAND_WEIGHT })
  return odds(chance) / odds(prior.mean)
}

/** A chance at an hour whose odds are `factor` times those of the whole day. */
export const chanceAt = (chance: number, factor: number): number => {
  const at = odds(chance) * factor
  return at / (1 + at)
}
