import { describe, expect, test } from 'vitest'
import { costOf, priorityOf, unservedOf } from '../../../worker/matching/cost.ts'
import { at, candidate, incident, NOW, POLICY } from './given.ts'

const priority = (over: Parameters<typeof incident>[1]) => priorityOf(incident('i1', over), NOW, POLICY)
const arrival = { etaS: 240, uncertaintyS: 30 }

describe('the cost of asking somebody', () => {
  test('keeps its parts in minutes and weighs their sum with the priority', () => {
    const driver = candidate('v1', { askedToday: 2, servedThisWeek: 3 })
    expect(costOf(driver, arrival, 4, POLICY)).toEqual({
      eta: 4,
      uncertainty: 0.5,
      asked: 2,
      served: 1.5,
      passenger: 0,
      implausibility: 0,
      alerts: 0,
      minutes: 8,
      priority: 4,
      weighted: 32_000,
    })
  })

  test('a passenger weighs as much as a spare is worth', () => {
    const cost = costOf(candidate('v1', { onTrip: true }), arrival, 1, POLICY)
    expect(cost.passenger).toBe(POLICY.spareCost)
    expect(cost.weighted).toBeGreaterThan(unservedOf(1, POLICY).spare)
  })

  test('of somebody who comes after his drop-off names that part, and nothing else speaks against him', () => {
    const driver = candidate('v1', { onTrip: true })
    const cost = (onTrip: typeof POLICY.onTrip) =>
      costOf(driver, { etaS: 720, uncertaintyS: 30 }, 4, { ...POLICY, onTrip })
    const after = cost('after_drop_off')
    expect(after).toMatchObject({ eta: 2, dropOff: 10, passenger: 0, minutes: 12.5, weighted: 50_000 })
    // As rounds of older releases have it: their plans are compared as text.
    expect(Object.keys(cost('last'))).not.toContain('dropOff')
    expect(cost('last')).toMatchObject({ eta: 12, passenger: 90, minutes: 102.5 })
  })

  test('is a whole number, so that sums are exact', () => {
    expect(
      Number.isInteger(costOf(candidate('v1'), { etaS: 101, uncertaintyS: 7 }, 1.37, POLICY).weighted),
    ).toBe(true)
  })
})

describe('the priority of an incident', () => {
  test('rises with severity', () => {
    const severities = ['rendah', 'sedang', 'tinggi', 'kritis'] as const
    expect(severities.map((severity) => priority({ severity }))).toEqual([1, 2, 4, 8])
  })

  test('doubles with half an hour of waiting, and stays there', () => {
    expect(priority({ reportedAt: at(-900) })).toBe(3)
    expect(priority({ reportedAt: at(-1800) })).toBe(4)
    expect(priority({ reportedAt: at(-86_400) })).toBe(4)
  })

  test('takes a report from the future, or of no time, as new', () => {
    expect(priority({ reportedAt: at(60) })).toBe(2)
    expect(priority({ reportedAt: new Date(NaN) })).toBe(2)
  })
})

describe('what an empty slot costs', () => {
  test('the mildest first outweighs the most urgent spare, even at the dearest volunteer', () => {
    const dearest = POLICY.waitingCost * 1000
    expect(unservedOf(1, POLICY).first - dearest).toBeGreaterThanOrEqual(unservedOf(16, POLICY).spare)
  })
})
