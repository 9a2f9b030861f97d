import { describe, expect, test } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { type AnswerRecord, foldAnswers, NO_RECORD } from '#contracts/domain/volunteer/answers.ts'
import { type Lately, NOTHING_LATELY, silencesOf } from '#contracts/domain/volunteer/lately.ts'

type Told = Parameters<typeof foldAnswers>[1]
const NOW = '2026-04-05T12:00:00.000Z'
const ago = (minutes: number): string => plusSeconds(NOW, -60 * minutes)

/** An offer of so many minutes ago and, three minutes later, its end. */
const offer = (minutes: number, type: string, data: object = {}, chosenBy = 'match'): Told[] => [
  { type: 'offer.created', at: ago(minutes), data: { offerId: `o${minutes}`, chosenBy } },
  { type, at: ago(minutes - 3), data: { offerId: `o${minutes}`, ...data } },
]
const silence = (minutes: number, chosenBy?: string): Told[] =>
  offer(minutes, 'offer.expired', { reason: 'no_answer' }, chosenBy)
const after = (...facts: Told[][]): AnswerRecord => facts.flat().reduce(foldAnswers, NO_RECORD)
const silences = (record: AnswerRecord, aliveAt: string | null = null): number =>
  silencesOf([record.lately ?? NOTHING_LATELY], NOW, aliveAt)

describe('a run of silences', () => {
  test('grows with each offer of a round that he left unanswered', () => {
    expect(silences(NO_RECORD)).toBe(0)
    expect(silences(after(silence(50), silence(40), silence(30)))).toBe(3)
  })

  test('is no more than offers that reached him: taken back, undelivered or made by hand is no silence', () => {
    const undelivered = offer(40, 'offer.expired', { reason: 'undelivered' })
    const withdrawn = offer(30, 'offer.withdrawn', { reason: 'filled' })
    expect(silences(after(silence(50), undelivered, withdrawn, silence(20, 'hand')))).toBe(1)
  })

  test.each(['offer.accepted', 'offer.declined', 'acceptance.refused'])(
    'ends with %s, by whomever he was called',
    (type) => {
      expect(silences(after(silence(50), offer(40, type, {}, 'hand')))).toBe(0)
      expect(silences(after(silence(50), offer(40, type), silence(30)))).toBe(1)
    },
  )

  test('ends with time: what was six hours ago says nothing of now', () => {
    expect(silences(after(silence(361), silence(359)))).toBe(1)
    // What is kept ends with it too.
    expect(after(silence(800), silence(10)).lately?.silences).toEqual([ago(10)])
  })

  test('ends with a sign of life that came after he was asked', () => {
    const record = after(silence(50), silence(30))
    expect(silences(record, ago(29))).toBe(0)
    expect(silences(record, ago(40))).toBe(1)
  })

  test('is that of a person, by whichever of his records he was asked and answered', () => {
    const quiet: Lately = { silences: [ago(50), ago(30)], answeredAt: null }
    expect(silencesOf([quiet, { silences: [ago(20)], answeredAt: null }], NOW)).toBe(3)
    expect(silencesOf([quiet, { silences: [], answeredAt: ago(40) }], NOW)).toBe(1)
  })

  test('begins to count in records of earlier releases, which keep the rest', () => {
    const { lately: _, ...old } = after(offer(50, 'offer.declined'))
    const record = silence(20).reduce(foldAnswers, old)
    expect(silences(record)).toBe(1)
    expect(record.answers).toEqual({ accepted: 0, declined: 1, silent: 1 })
  })
})
