import type { Answers } from '#contracts/domain/volunteer/answers.ts'
import { lognormal, type Random } from '../simulator/random.ts'
import { betaOf, binomial, poisson } from './draw.ts'
import type { History, Seen } from './search/view.ts'

/**
 * The people of the laboratory as they really are. Only the workloads may import this file; what a policy sees of them is
 * `Seen` and `History` (kept by tests/local/lab/secrets.test.ts).
 */

/** What one volunteer will do when he is asked in this incident. */
export interface Truth {
  says: 'yes' | 'no' | 'silent'
  /** Seconds after he was asked: his answer, or that his silence counts as one. */
  afterS: number
  /** Whether he comes, having said yes. */
  comes: boolean
}

/** One incident: everybody around it, the nearest first, as seen and as they are. */
export interface Case {
  people: Seen[]
  truths: Truth[]
}

/** A kind of people and the place they live in. */
export interface Population {
  perKm2: number
  radiusKm: number
  /** p ~ Beta(a, b). */
  a: number
  b: number
  reply: { medianS: number; sigma: number; cutS: number }
  silentS: number
  /** The part of those who accept that arrives, independent of everything. */
  arrives: number
}

const METRES_PER_S = 8
const DETOUR = 1.3
const PAST_ANSWERS = 30
const REMEMBERED = 1_000

/** Density: workload of matching.md, section 7. */
export const densityPeople = (perKm2: number, radiusKm: number): Population => ({
  perKm2,
  radiusKm,
  a: 0.6,
  b: 1.8,
  reply: { medianS: 12, sigma: 0.8, cutS: 29 },
  silentS: 30,
  arrives: 1,
})

/** Singapore's pilot: 374 of 4,088 alerts accepted, 127 of those came. */
const TAXI_MEAN = 0.091
/** Taxi: mean 64 s is a median of 64 ÷ exp(σ²/2). A silence counts as such when the offer dies, after 180 s. */
export const taxiPeople = (a: number): Population => ({
  perKm2: 5,
  radiusKm: 4,
  a,
  b: a * (1 / TAXI_MEAN - 1),
  reply: { medianS: 64 / Math.exp(0.8 ** 2 / 2), sigma: 0.8, cutS: Infinity },
  silentS: 180,
  arrives: 0.34,
})

const replyS = (random: Random, { reply }: Population): number =>
  Math.min(reply.cutS, lognormal(random, reply.medianS, reply.sigma))

/** Half of those who do not accept decline, half keep silent. */
const past = (random: Random, chance: number): Answers => {
  const accepted = binomial(random, PAST_ANSWERS, chance)
  const declined = binomial(random, PAST_ANSWERS - accepted, 0.5)
  return { accepted, declined, silent: PAST_ANSWERS - accepted - declined }
}

const truthOf = (random: Random, chance: number, population: Population): Truth => {
  const comes = random() < population.arrives
  const afterS = replyS(random, population)
  if (random() < chance) return { says: 'yes', afterS, comes }
  return random() < 0.5
    ? { says: 'no', afterS, comes: false }
    : { says: 'silent', afterS: population.silentS, comes: false }
}

/** A new incident in the middle of new people. */
export const aCase = (random: Random, population: Population): Case => {
  const { perKm2, radiusKm, a, b } = population
  const count = poisson(random, perKm2 * Math.PI * radiusKm ** 2)
  const distances = Float64Array.from({ length: count }, () => radiusKm * 1000 * Math.sqrt(random())).sort()
  const people: Seen[] = []
  const truths: Truth[] = []
  for (const metres of distances) {
    const chance = betaOf(random, a, b)
    people.push({ travelS: (metres * DETOUR) / METRES_PER_S, answers: past(random, chance) })
    truths.push(truthOf(random, chance, population))
  }
  return { people, truths }
}

/** What the agency of these people remembers of others like them. */
export const aHistory = (random: Random, population: Population): History => {
  const chances = Array.from({ length: REMEMBERED }, () => betaOf(random, population.a, population.b))
  return {
    people: chances.map((chance) => past(random, chance)),
    repliesS: chances.map(() => replyS(random, population)),
    accepted: REMEMBERED,
    came: binomial(random, REMEMBERED, population.arrives),
  }
}
