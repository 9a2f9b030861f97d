import { describe, expect, test } from 'vitest'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import { planRound } from '../../../worker/matching/round.ts'
import { swapsOf } from '../../../worker/matching/swaps.ts'
import type { OpenIncident, PendingOffer } from '../../../worker/matching/types.ts'
import { candidate, incident, need, north, round } from './given.ts'

const SWAPS = { ...defaultMatchPolicy, mostSwaps: 1 }
const asked = (volunteerId: string, travelS: number): PendingOffer => ({ volunteerId, travelS, silentS: 20 })

/** A mild incident that has asked so many, and a critical one that finds nobody free. */
const mild = (pending: readonly PendingOffer[], over: Partial<OpenIncident> = {}): OpenIncident =>
  incident('mild', {
    severity: 'rendah',
    askedThisSearch: pending.map(({ volunteerId }) => volunteerId),
    needs: [need('n-mild', { openOffers: pending.length, freshOffers: pending.length, pending })],
    ...over,
  })
const critical = (over: Partial<OpenIncident> = {}): OpenIncident =>
  incident('critical', { severity: 'kritis', needs: [need('n-critical')], ...over })
const bound = (id: string, metres: number) => candidate(id, { claimed: true, position: north(metres) })
const both = [asked('near', 100), asked('far', 300)]
const people = [bound('near', 400), bound('far', 1200)]

const swaps = (incidents: OpenIncident[], crowd = people, policy = SWAPS) => {
  const input = round(incidents, crowd, policy)
  return swapsOf(input, planRound(input))
}

describe('open offers that are taken back for a more urgent need', () => {
  test('none by default', () => {
    expect(swaps([mild(both), critical()], people, defaultMatchPolicy)).toEqual([])
  })

  test('one that its own need can spare, the one that wins most', () => {
    expect(swaps([mild(both), critical()])).toEqual([
      { volunteerId: 'near', incidentId: 'mild', forNeedId: 'n-critical' },
    ])
  })

  test('not the only one who is asked there', () => {
    expect(swaps([mild([asked('near', 100)]), critical()])).toEqual([])
    const two = mild(both, { needs: [need('n-mild', { openSlots: 2, openOffers: 2, pending: both })] })
    expect(swaps([two, critical()])).toEqual([])
  })

  test('never for a need that is less urgent', () => {
    expect(swaps([mild(both, { severity: 'kritis' }), critical({ severity: 'rendah' })])).toEqual([])
  })

  test('not when it wins less than the policy wants: somebody as near is asked already', () => {
    const free = candidate('free', { position: north(450) })
    expect(swaps([mild(both), critical()], [...people, free])).toEqual([])
  })

  test('no more for one incident than the policy allows', () => {
    const many = [asked('near', 100), asked('far', 300), asked('third', 400)]
    const crowd = [...people, bound('third', 1500)]
    const other = incident('other', { severity: 'kritis', needs: [need('n-other')] })
    expect(swaps([mild(many), critical(), other], crowd)).toHaveLength(1)
    expect(swaps([mild(many), critical(), other], crowd, { ...SWAPS, mostSwaps: 2 })).toHaveLength(2)
    expect(swaps([mild(many, { swapped: 1 }), critical()], crowd)).toEqual([])
  })

  test('nobody whom the other need may not ask', () => {
    const over = { needs: [need('n-critical', { vehicle: 'car' as const })] }
    expect(swaps([mild(both), critical(over)])).toEqual([])
    expect(swaps([mild(both), critical({ askedThisSearch: ['near', 'far'] })])).toEqual([])
  })
})
