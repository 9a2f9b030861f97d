import { describe, expect, test } from 'vitest'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { type Answers, NO_RECORD } from '#contracts/domain/volunteer/answers.ts'
import { assumedHabits, chanceNow, type Habits, learnedHabits } from '../../../worker/matching/habits.ts'
import { inputFrom, inputText, planText } from '../../../worker/matching/kept.ts'
import { reachOf, silenceOf } from '../../../worker/matching/reach.ts'
import { planRound } from '../../../worker/matching/round.ts'
import type { Candidate } from '../../../worker/matching/types.ts'
import { candidate, incident, north, round } from './given.ts'

const answers = (accepted: number, declined: number, silent: number): Answers => ({
  accepted,
  declined,
  silent,
})
/** Half of those who say no say nothing; so did he before. */
const usual = (silences: number) => ({ answers: answers(10, 10, 10 + silences), silences })
const reach = { silence: { mean: 1 / 3, strength: 10 }, unreachable: 0.1 }

describe('the chance that an offer reaches somebody', () => {
  test('is by Bayes what is left of it after so many silences', () => {
    for (const k of [1, 2, 3, 7])
      expect(reachOf(usual(k), reach)).toBeCloseTo((0.9 * 3 ** -k) / (0.9 * 3 ** -k + 0.1), 9)
  })

  test('is whole of whoever kept no silence, and where nobody is taken to be out of reach', () => {
    expect(reachOf(usual(0), reach)).toBe(1)
    expect(reachOf(usual(9), { ...reach, unreachable: 0 })).toBe(1)
  })

  test('falls faster of whoever always answered than of whoever seldom does', () => {
    const prompt = { answers: answers(20, 10, 3), silences: 3 }
    const lazy = { answers: answers(0, 0, 33), silences: 3 }
    expect(reachOf(prompt, reach)).toBeLessThan(reachOf(usual(3), reach) / 2)
    expect(reachOf(lazy, reach)).toBeGreaterThan(0.7)
  })

  test('is never 0', () => {
    expect(reachOf({ answers: answers(500, 0, 60), silences: 60 }, reach)).toBeGreaterThan(0)
  })

  test('is judged by what people do who are reached: the run itself teaches nothing of that', () => {
    const dead = { answers: answers(10, 10, 50), silences: 40 }
    expect(silenceOf([dead], 0.9).mean).toBeCloseTo((10 + 18) / (30 + 20), 9)
  })
})

const learned = (...runs: number[]): Habits =>
  learnedHabits(
    runs.map((run) => ({
      ...NO_RECORD,
      answers: answers(10, 10, 10 + run),
      lately: { silences: Array.from({ length: run }, () => ''), answeredAt: null },
    })),
    0,
    defaultMatchPolicy,
  )

describe('the chance of a yes', () => {
  test('stays to the bit what it was of everybody who has kept no silence', () => {
    for (const habits of [assumedHabits(defaultMatchPolicy), learned(0, 0)]) {
      const { reach: _, ...before } = habits
      for (const own of [answers(0, 0, 0), answers(3, 1, 9)])
        expect(chanceNow({ answers: own }, habits)).toBe(chanceNow({ answers: own }, before))
    }
  })

  test('falls with each silence in a row by more than an answer weighs', () => {
    const habits = learned(0, 3)
    const [none, one, three] = [0, 1, 3].map((k) => chanceNow(usual(k), habits))
    expect(one!).toBeLessThan(none! * 0.8)
    expect(three!).toBeLessThan(none! * 0.35)
    expect(learned(0, 3).reach?.silence.mean).toBeCloseTo(learned(0, 0).reach!.silence.mean, 2)
  })
})

const crowd = (silences: number): Candidate[] => [
  candidate('near', { position: north(300), answers: answers(10, 10, 13), silences }),
  candidate('far', { position: north(900), answers: answers(10, 10, 13) }),
]
const input = (silences: number) => ({
  ...round([incident('i1')], crowd(silences), { overAsk: null, mostPerSlot: 1 }),
  habits: learnedHabits([], 0, defaultMatchPolicy),
})
const asked = (silences: number): string[] =>
  planRound(input(silences)).incidents.flatMap(({ offers }) => offers.map(({ volunteerId }) => volunteerId))

describe('a round', () => {
  test('asks somebody else of the same answers first who was heard', () => {
    expect(asked(0)).toEqual(['near'])
    expect(asked(4)).toEqual(['far'])
  })

  test('of an earlier release is replayed to the byte: it knew neither silences in a row nor what they mean', () => {
    const [{ silences: _, ...first }, ...others] = crowd(4) as [Candidate, ...Candidate[]]
    const { reach: __, ...habits } = input(0).habits
    const { assumedUnreachable: ___, ...policy } = input(0).policy
    const old = { ...input(0), candidates: [first, ...others], habits, policy: policy as MatchPolicy }
    const text = inputText(old)
    expect(text).not.toContain('reach')
    expect(planText(planRound(inputFrom(text)))).toBe(planText(planRound(input(0))))
  })

  test('is decided again from what is kept of it', () => {
    const text = inputText(input(4))
    expect(planText(planRound(inputFrom(text)))).toBe(planText(planRound(input(4))))
    expect(planText(planRound(inputFrom(text)))).not.toBe(planText(planRound(input(0))))
  })
})
