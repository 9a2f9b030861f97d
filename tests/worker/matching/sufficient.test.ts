import { describe, expect, test } from 'vitest'
import { chanceInTime, type Comer, fewerThan, type Wish } from '../../../worker/matching/comer.ts'
import { firstYesSet } from '../../../worker/matching/first-yes.ts'
import { quickestYesSet } from '../../../worker/matching/quickest-yes.ts'
import { sufficientSet } from '../../../worker/matching/sufficient.ts'
import { random } from './problems.ts'

const WISH: Wish = { slots: 1, priceS: 2, replyS: 15 }
const comer = (travelS: number, chance: number, answerS = 15): Comer => ({ travelS, chance, answerS })
const unsure = (travelS: number, chance: number): Comer => ({ ...comer(travelS, chance), comes: 0.34 })
const sets = { first_yes: firstYesSet, quickest_yes: quickestYesSet }
const options = (chosen: readonly { option: number }[]) => chosen.map(({ option }) => option)

describe('how many of several come', () => {
  test('fewer than one: all refuse; fewer than two: at most one comes', () => {
    const one = fewerThan(1)
    const two = fewerThan(2)
    for (const chance of [0.5, 0.2, 0.4]) {
      one.add(chance)
      two.add(chance)
    }
    const none = 0.5 * 0.8 * 0.6
    expect(one.chance()).toBeCloseTo(none)
    expect(two.chance()).toBeCloseTo(none + 0.5 * 0.8 * 0.6 + 0.5 * 0.2 * 0.6 + 0.5 * 0.8 * 0.4)
    expect(two.last()).toBeCloseTo(two.chance() - none)
  })

  test('whoever would be late does not count as in time', () => {
    expect(chanceInTime([comer(100, 0.5), comer(500, 0.9)], 1, 200)).toBeCloseTo(0.5)
    expect(chanceInTime([], 0, 200)).toBe(1)
  })
})

describe.each(['first_yes', 'quickest_yes'] as const)('the smallest set worth asking, %s', (fill) => {
  const choose = (people: Comer[], pending: Comer[] = [], wish: Partial<Wish> = {}) =>
    options(sets[fill](people, pending, { ...WISH, ...wish }))

  test('asks one who is sure and near, and nobody else', () => {
    expect(choose([comer(60, 0.99), comer(300, 0.5), comer(400, 0.5)])).toEqual([0])
  })

  test('asks somebody farther who says yes instead of somebody near who never does', () => {
    expect(choose([comer(60, 0.01), comer(90, 0.8)])[0]).toBe(1)
  })

  test('asks somebody while anybody is left, whatever an alert costs', () => {
    expect(choose([comer(900, 0.02), comer(1200, 0.01)], [], { priceS: 50 })).toContain(0)
  })

  test('asks nobody when nobody is left', () => {
    expect(choose([])).toEqual([])
  })

  test('counts those asked before: enough of them, and nobody else is asked', () => {
    const people = [comer(100, 0.5), comer(110, 0.5), comer(120, 0.5)]
    expect(choose(people).length).toBeGreaterThan(0)
    expect(choose(people, [comer(50, 0.9, 5), comer(50, 0.9, 5)])).toEqual([])
  })

  test('asks more for two slots than for one', () => {
    const people = Array.from({ length: 30 }, (_, n) => comer(60 + 10 * n, 0.35))
    expect(choose(people, [], { slots: 2 }).length).toBeGreaterThan(choose(people).length)
  })
})

describe('where the first yes ends the search', () => {
  test('nobody is asked whose yes would be worse than waiting for the others', () => {
    expect(options(firstYesSet([comer(50, 0.5), comer(60, 0.5), comer(3000, 0.9)], [], WISH))).toEqual([0, 1])
  })

  test('the set is the one that the equation gives, found by trying all', () => {
    const next = random(7)
    for (let n = 0; n < 50; n++) {
      const people = Array.from({ length: 8 }, () => comer(30 + next() * 400, 0.05 + next() * 0.9))
      const costOf = (set: readonly Comer[]) =>
        (WISH.replyS + set.reduce((sum, { chance, travelS }) => sum + chance * travelS + WISH.priceS, 0)) /
        set.reduce((sum, { chance }) => sum + chance, 0)
      const subsets = Array.from({ length: 2 ** 8 - 1 }, (_, bits) =>
        people.filter((_person, i) => ((bits + 1) >> i) & 1),
      )
      const best = Math.min(...subsets.map(costOf))
      const chosen = firstYesSet(people, [], WISH).map(({ option }) => people[option]!)
      expect(costOf(chosen)).toBeCloseTo(best, 6)
    }
  })
})

describe('where not everybody comes who says yes', () => {
  const SELDOM: Wish = { ...WISH, comes: 0.34 }

  test('fewer are asked at once than if only the chance of a yes were smaller: the others would be called off for nothing', () => {
    const people = Array.from({ length: 40 }, (_, n) => unsure(60 + 5 * n, 0.1))
    const asIfRarer = people.map(({ travelS }) => comer(travelS, 0.034))
    expect(firstYesSet(people, [], SELDOM).length).toBeLessThan(firstYesSet(asIfRarer, [], WISH).length)
    expect(firstYesSet(people, [], SELDOM).length).toBeGreaterThan(0)
  })

  test('who comes is asked before who is as near and says yes as often', () => {
    const [sure, doubtful] = [comer(100, 0.4), { ...comer(100, 0.4), comes: 0.2 }]
    expect(options(firstYesSet([doubtful, sure], [], SELDOM))[0]).toBe(1)
  })

  test('the set is nearly as good as the best of all sets', () => {
    const next = random(11)
    const priceS = WISH.priceS
    for (let n = 0; n < 50; n++) {
      const people = Array.from({ length: 8 }, () => unsure(30 + next() * 400, 0.02 + next() * 0.5))
      const costOf = (set: readonly Comer[]) => {
        const yeses = set.reduce((sum, { chance }) => sum + chance, 0)
        const wayS = set.reduce((sum, { chance, travelS }) => sum + chance * travelS, 0)
        const lostS = (1 / 0.34 - 1) * priceS * set.length * yeses
        return (WISH.replyS + wayS + priceS * set.length + lostS) / (0.34 * yeses)
      }
      const subsets = Array.from({ length: 2 ** 8 - 1 }, (_, bits) =>
        people.filter((_person, i) => ((bits + 1) >> i) & 1),
      )
      const best = Math.min(...subsets.map(costOf))
      const chosen = firstYesSet(people, [], SELDOM).map(({ option }) => people[option]!)
      expect(costOf(chosen)).toBeLessThan(best * 1.05)
    }
  })
})

describe('where a quicker yes may still come', () => {
  test('a dearer alert disturbs fewer people', () => {
    const people = Array.from({ length: 30 }, (_, n) => comer(60 + 10 * n, 0.3))
    const sizes = [0.2, 1, 4, 12].map((priceS) => quickestYesSet(people, [], { ...WISH, priceS }).length)
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    expect(sizes[0]).toBeGreaterThan(sizes.at(-1)!)
  })

  test('somebody farther waits while somebody nearer is about to answer', () => {
    const soon = [comer(60, 0.7, 2)]
    expect(quickestYesSet([comer(300, 0.2)], soon, { ...WISH, priceS: 4 })).toEqual([])
  })
})

describe('rings', () => {
  const limitsS = [300, 600, null]
  const found = (people: Comer[], from = 0) =>
    sufficientSet(
      {
        limitsS,
        from,
        targetChance: 0.8,
        leastChance: 0.5,
        inside: (ring) => people.filter(({ travelS }) => travelS <= (limitsS[ring] ?? Infinity)),
      },
      [],
      WISH,
      'first_yes',
    )

  test('the smallest that offers the chance is enough', () => {
    expect(found([comer(100, 0.9), comer(500, 0.9)]).ring).toBe(0)
  })

  test('a ring of people who seldom come is widened at once', () => {
    const set = found([comer(100, 0.1), comer(500, 0.9)])
    expect(set.ring).toBe(1)
    expect(set.chosen.map(({ option }) => option.travelS)).toEqual([100, 500])
    expect(set.chance).toBeCloseTo(0.91)
  })

  test('the whole city is taken whatever it offers, and tells the chance', () => {
    const set = found([comer(100, 0.1)])
    expect(set).toMatchObject({ ring: 2, chosen: [{ option: { travelS: 100 } }] })
    expect(set.chance).toBeCloseTo(0.1)
  })

  test('a search does not fall back behind the ring it has come to', () => {
    expect(found([comer(100, 0.9)], 1).ring).toBe(1)
    expect(found([comer(100, 0.9)], NaN).ring).toBe(0)
  })
})
