import { repliesAfter } from '#contracts/domain/volunteer/answers.ts'
import { describe, expect, test } from 'vitest'
import { lognormal, randomOf } from '../../../local/simulator/random.ts'
import { chanceStill, meanReplyS, replyOf, restOfReplyS, unanswered } from '../../../worker/matching/reply.ts'

const TAXI = { medianS: 46.5, sigma: 0.8 }
const random = randomOf(1, 'replies')
const replies = Array.from({ length: 5_000 }, () => lognormal(random, TAXI.medianS, TAXI.sigma))

describe('how long people take', () => {
  test('is what is assumed without replies, and is learned from many', () => {
    expect(replyOf(repliesAfter(), TAXI).medianS).toBeCloseTo(46.5)
    const learned = replyOf(repliesAfter(...replies), { medianS: 10, sigma: 0.3 })
    expect(learned.medianS / 46.5).toBeCloseTo(1, 1)
    expect(learned.sigma).toBeCloseTo(0.8, 1)
  })

  test('is 64 s on average where Singapore saw 64 s', () => {
    expect(meanReplyS(TAXI)).toBeCloseTo(64, 0)
  })

  test('leaves out what is no time', () => {
    expect(replyOf(repliesAfter(NaN, -1, 0, Infinity), TAXI).medianS).toBeCloseTo(46.5)
  })
})

describe('after some silence', () => {
  test.each([0, 20, 46.5, 100, 180])('the rest after %d s is as it is among drawn replies', (silentS) => {
    const later = replies.filter((seconds) => seconds > silentS)
    const rest = later.reduce((sum, seconds) => sum + seconds - silentS, 0) / later.length
    expect(Math.abs(unanswered(TAXI, silentS) - later.length / replies.length)).toBeLessThan(0.02)
    expect(restOfReplyS(TAXI, silentS) / rest).toBeGreaterThan(0.9)
    expect(restOfReplyS(TAXI, silentS) / rest).toBeLessThan(1.12)
  })

  test('a yes becomes less likely', () => {
    const chances = [0, 30, 60, 120, 600].map((silentS) => chanceStill(0.4, TAXI, silentS, 0.5))
    expect(chances[0]).toBeCloseTo(0.4)
    expect(chances).toEqual(chances.toSorted((a, b) => b - a))
    expect(chances.at(-1)).toBeLessThan(0.01)
  })

  test('it stays as likely when nobody ever keeps silent', () => {
    expect(chanceStill(0.4, TAXI, 60, 1)).toBeCloseTo(0.4)
  })

  test('very late something finite is still expected', () => {
    expect(restOfReplyS(TAXI, 1e6)).toBe(1e6)
  })
})
