import { describe, expect, test } from 'vitest'
import { assumedHabits } from '../../../../worker/matching/habits.ts'
import { planText } from '../../../../worker/matching/kept.ts'
import { lookAt, type Many } from '../../../../worker/matching/look.ts'
import { notAskedIn } from '../../../../worker/matching/not-asked.ts'
import { planRound } from '../../../../worker/matching/round.ts'
import type { RoundInput } from '../../../../worker/matching/types.ts'
import { candidate, incident, north, round } from '../given.ts'
import { random } from '../problems.ts'
import { city, learned } from '../random-city.ts'

/** The learned city with everything that a pool knows: papers, refusals, people who stand by, people asked before, silent ones. */
const varied = (seed: number, incidents: number, volunteers: number): RoundInput => {
  const input = learned(city(seed, incidents, volunteers), seed)
  const next = random(seed + 1000)
  const ids = input.candidates.map(({ volunteerId }) => volunteerId)
  const some = (part: number) => ids.filter(() => next() < part)
  return {
    ...input,
    habits: assumedHabits(input.policy),
    incidents: input.incidents.map((one) => ({
      ...one,
      ring: next() < 0.1 ? 3 : one.ring,
      askedThisSearch: some(0.1),
      standby: next() < 0.3 ? some(0.03) : [],
      needs: one.needs.map((need) => ({ ...need, taskType: next() < 0.5 ? 'p3k' : need.taskType })),
    })),
    candidates: input.candidates.map((one) => ({
      ...one,
      refused: next() < 0.1 ? `i${Math.floor(next() * incidents)}` : null,
      unfitFor: next() < 0.2 ? { p3k: 'training_expired' as const } : {},
      implausibility: next() < 0.2 ? next() * 2 : 0,
      // Some so often that a yes of theirs costs more than waiting.
      silences: next() < 0.2 ? Math.floor(next() * 16) : 0,
    })),
  }
}

const NEVER: Many = { people: Infinity, incidents: Infinity }
const ALWAYS: Many = { people: 1, incidents: 1 }

/** Plan and reasons as text, looking at everybody or outwards on a grid. */
const decided = (input: RoundInput, many: Many): string => {
  const look = lookAt(input, many)
  const plan = planRound(input, look)
  return `${planText(plan)}\n${JSON.stringify(notAskedIn(input, plan, look))}`
}

const mustBeEqual = (input: RoundInput, name: string): void => {
  const [whole, near] = [decided(input, NEVER), decided(input, ALWAYS)]
  // Compared as text: an assertion for each would take longer than the rounds.
  if (whole !== near) expect(near, name).toBe(whole)
}

describe('a round that looks outwards on a grid', () => {
  test('decides the same to the byte as one that looks at everybody', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const [incidents, volunteers] = [1 + (seed % 5), 5 + seed * 2]
      mustBeEqual(varied(seed, incidents, volunteers), `seed ${seed}`)
    }
  })

  test('also where people are few and must be shared out, or so many that they never meet', () => {
    for (let seed = 1; seed <= 4; seed++) {
      mustBeEqual(varied(seed, 12, 30), `scarce, seed ${seed}`)
      mustBeEqual(varied(seed, 2, 500), `plenty, seed ${seed}`)
    }
  })

  test('also by rules of other agencies: somebody too far, a number for each slot, no priority, few rings', () => {
    const input = varied(3, 4, 60)
    const rules: Partial<RoundInput['policy']>[] = [
      { waitingCost: 25 },
      { overAsk: 2 },
      { severityWeight: { rendah: 0.001, sedang: 0.001, tinggi: 0.001, kritis: 0.001 } },
      { ringsEtaS: [null] },
      { ringsEtaS: [60, 120, 180, 240, null], slowFactor: 0.3 },
      { mostSwaps: 2, mostSpares: 2 },
      { onTrip: 'after_drop_off' },
      { onTrip: 'never' },
    ]
    for (const rule of rules)
      mustBeEqual({ ...input, policy: { ...input.policy, ...rule } }, JSON.stringify(rule))
  })

  test('also where a danger zone lies in the way, or an incident has no place', () => {
    const input = varied(5, 3, 60)
    const ring: [number, number][] = [
      [123.58, -10.2],
      [123.6, -10.2],
      [123.6, -10.1],
      [123.58, -10.1],
      [123.58, -10.2],
    ]
    const zones = [{ zoneId: 'zn_1', ring, bars: ['motorcycle' as const] }]
    const [first, ...others] = input.incidents
    mustBeEqual({ ...input, incidents: [{ ...first!, zones }, ...others] }, 'zone')
    mustBeEqual({ ...input, incidents: [{ ...first!, lat: NaN }, ...others] }, 'no place')
  })

  test('and ranks whoever is near and much asked behind those beyond the ring who cost less', () => {
    const answers = { accepted: 9, declined: 0, silent: 0 }
    const tired = candidate('a', { position: north(300), askedToday: 20, answers })
    const rested = Array.from({ length: 200 }, (_, n) =>
      candidate(`b${n}`, { position: north(4000 + n * 5), answers }),
    )
    const input = round([incident('i1')], [tired, ...rested], { overAsk: null })
    const [asked] = planRound(input, lookAt(input, ALWAYS)).incidents[0]?.offers ?? []
    expect(asked).toMatchObject({ volunteerId: 'a', why: { ring: 0, rank: 201 } })
    mustBeEqual(input, 'tired')
  })

  test('and knows that a drop-off alone may make somebody too far', () => {
    const near = ['a', 'b', 'c'].map((id) => candidate(id, { position: north(100), onTrip: id === 'c' }))
    const rules = { overAsk: null, onTrip: 'after_drop_off' as const, waitingCost: 30, dropOffS: 1860 }
    const input = round([incident('i1')], near, rules)
    const [first] = planRound(input, lookAt(input, ALWAYS)).incidents
    expect(first?.needs[0]?.reasons).toMatchObject({ too_far: 1 })
    mustBeEqual(input, 'drop-off')
  })

  test('and looks at few of many', () => {
    const whole = varied(7, 8, 2000)
    // Somebody whose silence makes him cost more than waiting wherever he is has everybody looked at.
    const candidates = whole.candidates.map((one) => ({ ...one, silences: 0 }))
    const input = { ...whole, candidates }
    const look = lookAt(input)
    planRound(input, look)
    const looked = look.cases.map(({ searches }) => searches[0]?.pool.looked() ?? 0)
    const all = look.cases.length * look.crowd.persons.length
    expect(looked.reduce((sum, one) => sum + one, 0)).toBeLessThan(all / 2)
  })
})
