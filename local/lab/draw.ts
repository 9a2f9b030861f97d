import { normal, type Random } from '../simulator/random.ts'

/** A number of the Gamma distribution with this shape and scale 1 (Marsaglia and Tsang 2000). */
const gamma = (random: Random, shape: number): number => {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

/** A number in [0, 1] of the Beta distribution, for shapes of any size. */
export const betaOf = (random: Random, a: number, b: number): number => {
  const x = gamma(random, a)
  const y = gamma(random, b)
  return x + y > 0 ? x / (x + y) : 0
}

/** How many of `times` come true, each with this chance. */
export const binomial = (random: Random, times: number, chance: number): number => {
  let hits = 0
  for (let i = 0; i < times; i++) if (random() < chance) hits++
  return hits
}

/** How many happen when `mean` are expected; a rounded normal number, for means of some dozens and more. */
export const poisson = (random: Random, mean: number): number =>
  Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)))
