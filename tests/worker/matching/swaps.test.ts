import { describe, expect, test } from 'vitest'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { planRound } from '../../../worker/matching/round.ts'
import { swapsOf } from '../../../worker/matching/swaps.ts'
import type { OpenIncident, PendingOffer } from '../../../worker/matching/types.ts'
import { candidate, incident, need, north, round } from './given.ts'

const SPARES: MatchPolicy = { ...defaultMatchPolicy, mostSpares: 2 }
const SWAPS: MatchPolicy = { ...defaultMatchPolicy, mostSwaps: 1, mostSpares: 0 }
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

/** So many who are asked for the mild one, and where they are. */
const crowded = (count: number) => {
  const ids = Array.from({ length: count }, (_, n) => `v${n}`)
  return {
    pending: ids.map((id, n) => asked(id, 100 + 50 * n)),
    people: ids.map((id, n) => bound(id, 400 + 200 * n)),
  }
}

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
      { volunteerId: 'near', incidentId: 'mild', forIncidentId: 'critical', forNeedId: 'n-critical' },
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

const rescued = (count: number, over: Partial<OpenIncident> = {}, policy = SPARES) => {
  const crowd = crowded(count)
  const other = incident('other', { severity: 'rendah', needs: [need('n-other')], ...over })
  return swaps([mild(crowd.pending), other], crowd.people, policy)
}
const takenFromUrgent = (count: number) => {
  const crowd = crowded(count)
  const urgent = mild(crowd.pending, { severity: 'kritis' })
  const other = incident('other', { severity: 'rendah', needs: [need('n-other')] })
  return swaps([urgent, other], crowd.people, SPARES).length
}

describe('spare people, when another need has nobody', () => {
  test('are asked there, one at a time, as long as their own need keeps a fair chance', () => {
    expect(rescued(2)).toEqual([])
    expect(rescued(3)).toEqual([
      { volunteerId: 'v1', incidentId: 'mild', forIncidentId: 'other', forNeedId: 'n-other' },
    ])
    expect(rescued(4, {}, { ...SPARES, leastChance: 0.9 })).toEqual([])
  })

  test('stay where the policy says so', () => {
    expect(rescued(4, {}, { ...SPARES, mostSpares: 0 })).toEqual([])
  })

  test('of one incident no more than the policy allows', () => {
    expect([rescued(8, {}), rescued(8, {}, { ...SPARES, mostSpares: 1 })].map((all) => all.length)).toEqual([
      1, 1,
    ])
    const crowd = crowded(8)
    const other = incident('other', { needs: [need('n-other')] })
    expect(swaps([mild(crowd.pending, { swapped: 2 }), other], crowd.people, SPARES)).toEqual([])
  })

  test('stay where the next plan would ask them for their old need again', () => {
    const crowd = crowded(6)
    const silent = crowd.pending.map((offer) => ({ ...offer, silentS: 50 }))
    const sure = { ...SPARES, assumedChance: { mean: 0.8, strength: 4 } }
    const other = incident('other', { severity: 'rendah', needs: [need('n-other')] })
    expect(swaps([mild(silent, { severity: 'sedang' }), other], crowd.people, sure)).toEqual([])
    const urgent = incident('other', { severity: 'sedang', needs: [need('n-other')] })
    const [swap] = swaps([mild(silent), urgent], crowd.people, sure)
    const input = round([mild(silent), urgent], crowd.people, sure)
    expect(swap?.forNeedId).toBe('n-other')
    // Taken back, he is free: the next plan asks him where nobody was.
    const left = silent.filter(({ volunteerId }) => volunteerId !== swap?.volunteerId)
    const next = planRound({
      ...input,
      incidents: [mild(left), urgent],
      candidates: crowd.people.map((one) => ({ ...one, claimed: one.volunteerId !== swap?.volunteerId })),
    })
    const offers = next.incidents.flatMap((one) => one.offers)
    expect(offers).toMatchObject([{ needId: 'n-other', volunteerId: swap?.volunteerId }])
  })

  test('stay when the other need has somebody already', () => {
    const pending = [asked('elsewhere', 200)]
    expect(rescued(4, { needs: [need('n-other', { openOffers: 1, freshOffers: 1, pending })] })).toEqual([])
  })

  test('of a more urgent need only while it hardly misses them', () => {
    expect([takenFromUrgent(4), takenFromUrgent(10)]).toEqual([0, 1])
  })

  test('go to the most urgent first, and never so many that nobody is left behind', () => {
    const crowd = crowded(5)
    const others = (['rendah', 'kritis', 'sedang', 'tinggi'] as const).map((severity) =>
      incident(severity, { severity, needs: [need(`n-${severity}`)] }),
    )
    const policy = { ...SPARES, mostSpares: 5 }
    const given = swaps([mild(crowd.pending), ...others], crowd.people, policy)
    expect(given.map(({ forNeedId }) => forNeedId)).toEqual(['n-kritis', 'n-tinggi', 'n-sedang'])
    expect(new Set(given.map(({ volunteerId }) => volunteerId)).size).toBe(3)
  })
})
