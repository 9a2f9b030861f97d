import { describe, expect, test } from 'vitest'
import { inputFrom, inputText, planText } from '../../../worker/matching/kept.ts'
import { lookAt } from '../../../worker/matching/look.ts'
import { notAskedIn } from '../../../worker/matching/not-asked.ts'
import { planRound } from '../../../worker/matching/round.ts'
import type { OpenNeed, RoundInput } from '../../../worker/matching/types.ts'
import { candidate, incident, need, north, round } from './given.ts'

const LEARNED = { overAsk: null }
const names = (prefix: string, many: number) => Array.from({ length: many }, (_, i) => `${prefix}${i}`)
const people = (ids: readonly string[], claimed = false) => ids.map((id) => candidate(id, { claimed }))

/** A critical need with these people asked, silent for so long, and others who are free. */
const silent = (asked: number, silentS: number, free: number, over: Partial<OpenNeed> = {}): RoundInput => {
  const ids = names('q', asked)
  const pending = ids.map((volunteerId) => ({ volunteerId, travelS: 100, silentS }))
  const needs = [need('n1', { openOffers: asked, freshOffers: 0, pending, ...over })]
  const one = incident('i1', { severity: 'kritis', askedThisSearch: ids, needs })
  return round([one], [...people(ids, true), ...people(names('x', free))], LEARNED)
}
const only = (input: RoundInput) => {
  const [planned] = planRound(input).incidents
  return { offers: planned!.offers, need: planned!.needs[0]! }
}

/** Two for each slot, four at most. */
const fixed = (silentS: number): RoundInput => {
  const input = silent(4, silentS, 2)
  return { ...input, policy: { ...input.policy, overAsk: 2, mostPerSlot: 4 } }
}
const reasons = (who: Parameters<typeof candidate>[1], w1 = 1) =>
  only(round([incident('i1')], [candidate('a', who)], { ...LEARNED, w1 })).need.reasons

describe('people who keep silent', () => {
  test('count against the most of a slot by what is left of them', () => {
    expect(only(silent(20, 0, 50)).offers).toEqual([])
    const later = only(silent(20, 300, 50)).offers.length
    expect(later).toBeGreaterThan(2)
    expect(later).toBeLessThanOrEqual(20)
  })

  test('count so with a fixed number per slot too', () => {
    expect(only(fixed(0)).offers).toEqual([])
    expect(only(fixed(600)).offers).toHaveLength(2)
  })

  test('are told as those who may still answer, and as bound only by other needs', () => {
    const input = silent(2, 30, 0)
    const other = incident('i2', { severity: 'kritis' })
    const both = { ...input, incidents: [...input.incidents, other] }
    const look = lookAt(both)
    const plan = planRound(both, look)
    const told = plan.incidents.map(({ needs }) => needs[0]?.reasons)
    expect(told).toEqual([{ may_still_answer: 2 }, { claimed: 2 }])
    expect(notAskedIn(both, plan, look)).toEqual({
      anyway: {},
      byNeed: { n1: { may_still_answer: ['q0', 'q1'] }, 'i2-n1': { claimed: ['q0', 'q1'] } },
    })
  })
})

describe('a need that has some of its people', () => {
  test('tells what would help with the others, though it is not stalled', () => {
    const input = silent(1, 60, 0, { openSlots: 6 })
    const off = candidate('off', { duty: 'off' })
    const { need: told } = only({ ...input, candidates: [...input.candidates, off] })
    expect(told).toMatchObject({ wanted: 5, stalled: false })
    expect(told.remedies).toEqual(['call_by_hand', 'hand_over', 'drop'])
    expect(only(silent(1, 60, 20, { openSlots: 1 })).need.remedies).toEqual([])
  })

  test('asks somebody for every slot, also where any chance is enough', () => {
    const needs = [need('n1', { openSlots: 3 })]
    const three = [candidate('a'), candidate('b'), candidate('far', { position: north(20_000) })]
    const { offers } = only(round([incident('i1', { needs })], three, { ...LEARNED, leastChance: 0 }))
    expect(offers).toHaveLength(3)
  })
})

describe('who would cost more than waiting', () => {
  test('is too far by his way alone; else too much speaks against him', () => {
    expect(reasons({ position: north(200_000) })).toEqual({ too_far: 1 })
    expect(reasons({ askedToday: 40 }, 10)).toEqual({ too_costly: 1 })
  })
})

describe('a round that an earlier release kept', () => {
  test('is decided as it was', () => {
    const input = silent(20, 300, 50)
    const { rules: _, ...older } = JSON.parse(inputText(input)) as Record<string, unknown>
    const before = inputFrom(JSON.stringify(older))
    expect(planRound(before).incidents[0]).toMatchObject({ offers: [], needs: [{ remedies: [] }] })
    expect(planRound(before).incidents[0]?.needs[0]?.reasons).toMatchObject({ claimed: 20 })
    const again = inputFrom(inputText(input))
    expect(planText(planRound(again))).toBe(planText(planRound(input)))
  })
})
