import { describe, expect, test } from 'vitest'
import { betaOf, binomial } from '../../../local/lab/draw.ts'
import { randomOf } from '../../../local/simulator/random.ts'
import { type Answers, bandOf, NO_ANSWERS } from '#contracts/domain/volunteer/answers.ts'
import { bandOdds, chanceAt, chanceOf, priorOf } from '../../../worker/matching/acceptance.ts'

const ASSUMED = { mean: 0.35, strength: 4 }
const answers = (accepted: number, declined: number, silent = 0): Answers => ({ accepted, declined, silent })

/** People whose chances follow Beta(a, b), each asked so often. */
const crowd = (a: number, b: number, asked: number, seed: number): Answers[] => {
  const random = randomOf(seed, 'crowd')
  return Array.from({ length: 400 }, () => {
    const accepted = binomial(random, asked, betaOf(random, a, b))
    return answers(accepted, asked - accepted)
  })
}

describe('the chance of a yes', () => {
  test('of somebody unknown is the mean of the agency', () => {
    expect(chanceOf(NO_ANSWERS, ASSUMED)).toBe(0.35)
  })

  test('moves with his answers, and a silence counts as a no', () => {
    expect(chanceOf(answers(4, 0), ASSUMED)).toBeCloseTo((4 + 1.4) / 8)
    expect(chanceOf(answers(0, 0, 4), ASSUMED)).toBe(chanceOf(answers(0, 4), ASSUMED))
    expect(chanceOf(answers(0, 30), ASSUMED)).toBeLessThan(0.05)
  })

  test('moves less when people are known to be alike', () => {
    const alike = { mean: 0.35, strength: 100 }
    expect(chanceOf(answers(10, 0), alike)).toBeLessThan(chanceOf(answers(10, 0), ASSUMED))
  })
})

describe('what an agency expects of people', () => {
  test('is what is assumed while nobody has answered', () => {
    expect(priorOf([], ASSUMED)).toEqual(ASSUMED)
    expect(priorOf([NO_ANSWERS], ASSUMED)).toEqual(ASSUMED)
  })

  test.each([
    [0.6, 1.8],
    [3, 9],
    [0.3, 3],
  ])('learns mean and strength of Beta(%d, %d) from answers alone', (a, b) => {
    const { mean, strength } = priorOf(crowd(a, b, 30, 1), ASSUMED)
    expect(Math.abs(mean - a / (a + b))).toBeLessThan(0.03)
    expect(strength / (a + b)).toBeGreaterThan(0.7)
    expect(strength / (a + b)).toBeLessThan(1.4)
  })

  test('takes people who are nearly equal for so', () => {
    expect(priorOf(crowd(50, 500, 30, 2), ASSUMED).strength).toBeGreaterThan(60)
  })

  test('does not judge how people differ by a handful of answers', () => {
    expect(priorOf([answers(2, 0), answers(0, 2)], ASSUMED).strength).toBe(4)
  })
})

describe('the hour of the day', () => {
  const prior = { mean: 0.3, strength: 4 }

  test('counts in bands of four hours', () => {
    expect([0, 3, 4, 23].map(bandOf)).toEqual([0, 0, 1, 5])
  })

  test('changes nothing without data, little with few and much with many', () => {
    expect(bandOdds(NO_ANSWERS, prior)).toBeCloseTo(1)
    const few = bandOdds(answers(0, 5), prior)
    const many = bandOdds(answers(0, 200), prior)
    expect(few).toBeLessThan(1)
    expect(many).toBeLessThan(few / 2)
  })

  test('keeps a chance a chance', () => {
    expect(chanceAt(0.5, 3)).toBeCloseTo(0.75)
    expect(chanceAt(0.9, 100)).toBeLessThan(1)
  })
})
