import { describe, expect, test } from 'vitest'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import { type Answers, NO_ANSWERS } from '#contracts/domain/volunteer/answers.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { planRound } from '../../../worker/matching/round.ts'
import type { Candidate, OpenIncident } from '../../../worker/matching/types.ts'
import { candidate, incident, need, north, round } from './given.ts'

const NEVER: Answers = { accepted: 0, declined: 15, silent: 15 }
const ALWAYS: Answers = { accepted: 29, declined: 1, silent: 0 }
const who = (id: string, answers: Answers, metres: number): Candidate =>
  candidate(id, { answers, position: north(metres) })
const many = (count: number, answers: Answers | undefined, from = 300, step = 20): Candidate[] =>
  Array.from({ length: count }, (_, n) =>
    candidate(`v${String(n).padStart(2, '0')}`, {
      position: north(from + step * n),
      ...(answers && { answers }),
    }),
  )
const plan = (incidents: OpenIncident[], crowd: Candidate[], policy: Partial<MatchPolicy> = {}) =>
  planRound(round(incidents, crowd, { ...defaultMatchPolicy, ...policy })).incidents
const asked = (
  crowd: Candidate[],
  over: Partial<OpenIncident> = {},
  policy: Partial<MatchPolicy> = {},
): string[] =>
  plan([incident('i1', over)], crowd, policy).flatMap(({ offers }) =>
    offers.map(({ volunteerId }) => volunteerId),
  )

const slots = (openSlots: number) => ({ needs: [need('n1', { openSlots })] })

describe('a learned set', () => {
  test('asks who says yes and is a little farther, and not who never does', () => {
    const crowd = [who('never', NEVER, 300), ...[400, 420, 440].map((m) => who(`always-${m}`, ALWAYS, m))]
    expect(asked(crowd)).toEqual(['always-400', 'always-420', 'always-440'])
    // The same people as strangers: the nearest is asked first.
    expect(asked(crowd.map((one) => ({ ...one, answers: NO_ANSWERS })))[0]).toBe('never')
  })

  test('asks who never says yes when nobody else is left, after those who do', () => {
    expect(asked([who('never', NEVER, 300)])).toEqual(['never'])
    expect(
      asked([who('never', NEVER, 300), who('always', ALWAYS, 400)], { askedThisSearch: ['always'] }),
    ).toEqual(['never'])
  })

  test('is larger where people seldom say yes', () => {
    const sure = asked(many(30, ALWAYS)).length
    const usual = asked(many(30, undefined)).length
    const seldom = asked(many(30, { accepted: 2, declined: 9, silent: 9 })).length
    expect(sure).toBeLessThan(usual)
    expect(usual).toBeLessThan(seldom)
    expect(sure).toBeLessThanOrEqual(6)
  })

  test('is larger for more slots, and never beyond the most that the policy allows', () => {
    expect(asked(many(40, undefined), slots(3)).length).toBeGreaterThan(asked(many(40, undefined)).length)
    expect(asked(many(60, NEVER), slots(2), { mostPerSlot: 5 })).toHaveLength(10)
  })

  test('counts those asked before while they may still answer, and grows as they keep silent', () => {
    const crowd = many(20, undefined)
    const pendingFor = (silentS: number) => ({
      askedThisSearch: crowd.slice(0, 9).map(({ volunteerId }) => volunteerId),
      needs: [
        need('n1', {
          openOffers: 9,
          freshOffers: 9,
          pending: crowd.slice(0, 9).map(({ volunteerId }) => ({ volunteerId, travelS: 60, silentS })),
        }),
      ],
    })
    expect(asked(crowd, pendingFor(5))).toEqual([])
    expect(asked(crowd, pendingFor(170)).length).toBeGreaterThan(0)
  })

  test('asks who comes before who says yes as often and gives the task back', () => {
    const doubtful = { ...who('doubtful', ALWAYS, 300), comings: { came: 0, missed: 20 } }
    const sure = { ...who('sure', ALWAYS, 400), comings: { came: 20, missed: 0 } }
    expect(asked([doubtful, sure])[0]).toBe('sure')
  })

  test('leaves no more pending for a slot than the policy allows at the same time, of whom silence takes part after part', () => {
    const crowd = many(40, NEVER)
    const asking = (silentS: number) => {
      const pending = crowd.slice(0, 4).map(({ volunteerId }) => ({ volunteerId, travelS: 60, silentS }))
      const over = {
        askedThisSearch: pending.map(({ volunteerId }) => volunteerId),
        needs: [need('n1', { openOffers: 4, freshOffers: 0, pending })],
      }
      return asked(crowd, over, { mostPerSlot: 5 }).length
    }
    expect(asking(0)).toBe(1)
    expect(asking(100)).toBeGreaterThan(1)
    expect(asking(10_000)).toBe(5)
  })

  test('asks nobody twice', () => {
    const crowd = many(12, undefined)
    const first = asked(crowd)
    const then = asked(crowd, { askedThisSearch: first })
    expect(then.filter((id) => first.includes(id))).toEqual([])
  })

  test('looks at the next ring at once when the first promises too little', () => {
    const near = many(2, NEVER)
    const far = many(10, ALWAYS, 2500).map((one) => ({
      ...one,
      volunteerId: `far-${one.volunteerId}`,
      personKey: `far-${one.personKey}`,
    }))
    const [only] = plan([incident('i1')], [...near, ...far])
    expect(only?.offers.some(({ volunteerId }) => volunteerId.startsWith('far'))).toBe(true)
    expect(only?.ring).toBe(1)
    expect(plan([incident('i1')], many(20, ALWAYS))[0]?.ring).toBe(0)
  })

  test('shares out whoever two incidents would ask, each person once, and fills up who lost somebody', () => {
    const crowd = many(30, undefined)
    const plans = plan([incident('i1'), incident('i2', { severity: 'kritis' })], crowd)
    const all = plans.flatMap(({ offers }) => offers.map(({ volunteerId }) => volunteerId))
    expect(new Set(all).size).toBe(all.length)
    const alone = asked(crowd).length
    for (const { offers, needs } of plans) {
      expect(offers.length).toBeGreaterThanOrEqual(alone)
      expect(needs[0]?.chance).toBeGreaterThanOrEqual(0.8)
    }
  })

  test('asks somebody much alerted today after somebody rested', () => {
    const crowd = [
      candidate('tired', { askedToday: 20, position: north(300), answers: ALWAYS }),
      who('rested', ALWAYS, 900),
    ]
    expect(asked(crowd)).toEqual(['rested'])
  })

  test('keeps the chance, the gain and the price of alerts with every offer', () => {
    const [only] = plan(
      [incident('i1')],
      [who('a', ALWAYS, 300), who('b', { accepted: 1, declined: 1, silent: 1 }, 320)],
    )
    const [first, second] = only?.offers ?? []
    expect(first?.why.chance).toBeGreaterThan(0.85)
    expect(first?.why.gainS).toBeGreaterThan(second?.why.gainS ?? 0)
    expect(second?.cost.alerts).toBeGreaterThan(first?.cost.alerts ?? 1)
    expect(only?.needs[0]?.chance).toBeGreaterThan(0.8)
  })

  test('everybody considered is asked or has a reason', () => {
    const crowd = [
      ...many(30, undefined),
      candidate('off', { duty: 'off' }),
      candidate('far', { position: north(9000) }),
    ]
    const [only] = plan([incident('i1')], crowd)
    const [first] = only?.needs ?? []
    expect(first?.considered).toBe(32)
    expect(first?.reasons).toMatchObject({ off_duty: 1, outside_ring: 1 })
  })

  test('answers through two partners are the answers of one person', () => {
    const records = [
      candidate('a', { personKey: 'p', answers: NEVER, position: north(300) }),
      candidate('b', { personKey: 'p', answers: ALWAYS, position: north(300, { ageS: 1 }) }),
    ]
    const [only] = plan([incident('i1')], records)
    expect(only?.offers[0]?.why.chance).toBeCloseTo((29 + 4 * 0.35) / 64, 2)
  })
})
