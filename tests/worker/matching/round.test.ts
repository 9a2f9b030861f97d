import { describe, expect, test } from 'vitest'
import { planRound } from '../../../worker/matching/round.ts'
import type { IncidentPlan, NeedPlan, RoundInput } from '../../../worker/matching/types.ts'
import { at, candidate, incident, need, north, round } from './given.ts'

const only = (input: RoundInput): IncidentPlan & { need: NeedPlan } => {
  const [plan] = planRound(input).incidents
  const [first] = plan?.needs ?? []
  if (!plan || !first) throw new Error('the plan is empty')
  return { ...plan, need: first }
}
const asked = (plan: IncidentPlan | undefined) => plan?.offers.map(({ volunteerId }) => volunteerId)

describe('a round for one incident', () => {
  test('asks the two nearest for one slot, and says why', () => {
    const crowd = [
      candidate('far', { position: north(1400) }),
      candidate('near'),
      candidate('mid', { position: north(900) }),
    ]
    const plan = only(round([incident('i1')], crowd))
    expect(asked(plan)).toEqual(['near', 'mid'])
    expect(plan.offers[0]).toEqual({
      needId: 'i1-n1',
      volunteerId: 'near',
      personKey: 'person-near',
      partnerId: 'mandiri',
      distanceM: 500,
      etaS: 93,
      uncertaintyS: 0,
      cost: {
        eta: 1.55,
        uncertainty: 0,
        asked: 0,
        served: 0,
        passenger: 0,
        implausibility: 0,
        alerts: 0,
        minutes: 1.55,
        priority: 2,
        weighted: 3100,
      },
      position: north(500),
      why: { ask: 'first', source: 'live', ring: 0, rank: 1, of: 3, chance: 0.35, gainS: null },
    })
    expect(plan.offers[1]?.why).toMatchObject({ ask: 'spare', rank: 2 })
    expect(plan.need).toEqual({
      needId: 'i1-n1',
      wanted: 2,
      chance: null,
      ring: 0,
      considered: 3,
      reasons: { not_needed: 1 },
      stalled: false,
      remedies: [],
    })
    expect(plan.nextWaveAt).toEqual(at(45))
  })

  test('asks nobody while enough fresh offers wait, and leaves the clock alone', () => {
    const waiting = need('n1', { openOffers: 2, freshOffers: 2 })
    const plan = only(round([incident('i1', { needs: [waiting] })], [candidate('v1')]))
    expect(plan.offers).toEqual([])
    expect(plan.need).toMatchObject({ wanted: 0, considered: 0, reasons: {}, stalled: false })
    expect(plan.nextWaveAt).toBeNull()
  })

  test('asks somebody known only by his declared area', () => {
    const declared = north(800, { source: 'declared', ageS: 7200, uncertaintyM: 900 })
    const plan = only(round([incident('i1')], [candidate('v1', { position: declared })]))
    expect(plan.offers[0]).toMatchObject({
      uncertaintyS: 168,
      position: declared,
      why: { source: 'declared' },
    })
  })

  test('prefers a certain position to an uncertain nearer one', () => {
    const unsure = candidate('unsure', { position: north(100, { source: 'declared', uncertaintyM: 900 }) })
    const oneEach = round([incident('i1')], [unsure, candidate('sure')], { overAsk: 1 })
    expect(asked(only(oneEach))).toEqual(['sure'])
  })

  test('somebody asked much today gives way', () => {
    const crowd = [candidate('tired', { askedToday: 3 }), candidate('rested', { position: north(1000) })]
    expect(asked(only(round([incident('i1')], crowd, { overAsk: 1 })))).toEqual(['rested'])
  })

  test('a drill asks only those who may receive drills', () => {
    const plan = only(
      round([incident('i1', { drill: true })], [candidate('real'), candidate('toy', { sandbox: true })]),
    )
    expect(asked(plan)).toEqual(['toy'])
    expect(plan.need.reasons).toEqual({ not_for_drills: 1 })
  })

  test('who was asked in this search is not asked again, nor through his other partner', () => {
    const records = [candidate('a', { personKey: 'p' }), candidate('b', { personKey: 'p' }), candidate('c')]
    const plan = only(round([incident('i1', { askedThisSearch: ['b', 'gone'] })], records))
    expect(asked(plan)).toEqual(['c'])
    expect(plan.need.reasons).toEqual({ other_channel: 1, already_asked: 1 })
  })

  test('bad coordinates are a reason, not an accident', () => {
    const plan = only(round([incident('i1')], [candidate('v1', { position: north(NaN) }), candidate('v2')]))
    expect(asked(plan)).toEqual(['v2'])
    expect(plan.need.reasons).toEqual({ no_position: 1 })
  })

  test('who costs more than waiting is too far: another island', () => {
    const inEnde = candidate('v1', { position: { ...north(0), lat: -8.84, lng: 121.66 } })
    const plan = only(round([incident('i1')], [inEnde]))
    expect(plan.need).toMatchObject({ reasons: { too_far: 1 }, stalled: true })
    expect(plan.need.remedies).toEqual(['call_by_hand', 'hand_over', 'drop'])
  })

  test('each need takes its own vehicle', () => {
    const needs = [need('n1', { vehicle: 'motorcycle' }), need('n2', { vehicle: 'pickup' })]
    const crowd = [candidate('m'), candidate('p', { vehicle: 'pickup' })]
    const plan = only(round([incident('i1', { needs })], crowd))
    expect(plan.offers.map(({ needId, volunteerId }) => [needId, volunteerId])).toEqual([
      ['n1', 'm'],
      ['n2', 'p'],
    ])
    expect(plan.needs.map(({ reasons }) => reasons)).toEqual([{ wrong_vehicle: 1 }, { wrong_vehicle: 1 }])
  })
})

describe('rings', () => {
  test('who is outside the smallest ring that does is left in peace', () => {
    const crowd = ['a', 'b', 'c'].map((id) => candidate(id))
    const plan = only(round([incident('i1')], [...crowd, candidate('z', { position: north(6000) })]))
    expect(plan.ring).toBe(0)
    expect(plan.need.reasons).toEqual({ outside_ring: 1, not_needed: 1 })
  })

  test('too few near by: the whole city is asked', () => {
    const plan = only(round([incident('i1')], [candidate('a'), candidate('z', { position: north(9000) })]))
    expect(asked(plan)).toEqual(['a', 'z'])
    expect(plan.ring).toBe(3)
  })

  test('the uncertainty of a position counts as way to go', () => {
    const unsure = candidate('u', { position: north(500, { source: 'declared', uncertaintyM: 3000 }) })
    expect(only(round([incident('i1')], [candidate('a'), unsure])).ring).toBe(2)
  })

  test('an incident does not fall back behind the ring it has come to', () => {
    const crowd = ['a', 'b', 'c'].map((id) => candidate(id))
    expect(only(round([incident('i1', { ring: 2 })], crowd)).ring).toBe(2)
  })

  test('neighbours who share a ring widen when it cannot serve them all', () => {
    const near = ['a', 'b'].map((id) => candidate(id))
    const far = ['y', 'z'].map((id) => candidate(id, { position: north(4000) }))
    const plan = planRound(
      round(
        ['i1', 'i2', 'i3'].map((id) => incident(id)),
        [...near, ...far],
      ),
    )
    expect(new Set(plan.incidents.flatMap((one) => asked(one)))).toEqual(new Set(['a', 'b', 'y', 'z']))
    expect(plan.incidents.every(({ offers }) => offers.length > 0)).toBe(true)
    // 746 s away: the third ring serves them, so nobody came to the whole city.
    expect(Math.max(...plan.incidents.map(({ ring }) => ring))).toBe(2)
    expect(plan.incidents.flatMap(({ needs }) => needs.map(({ stalled }) => stalled))).not.toContain(true)
  })

  test('somebody with a passenger is asked when nobody else is left, and is late by the drop-off', () => {
    const driver = candidate('driver', { onTrip: true, position: north(10) })
    const free = ['a', 'b'].map((id) => candidate(id, { position: north(9000) }))
    expect(asked(only(round([incident('i1')], [driver, ...free])))).toEqual(['a', 'b'])
    // Nor does he fill up a small ring.
    const oneNear = [candidate('a'), candidate('b', { position: north(9000) })]
    expect(asked(only(round([incident('i1')], [driver, ...oneNear])))).toEqual(['a', 'b'])
    const alone = only(round([incident('i1')], [driver]))
    expect(alone.offers[0]).toMatchObject({ volunteerId: 'driver', etaS: 602, cost: { passenger: 90 } })
  })

  test('or is like anybody else who comes as late, when the policy counts the drop-off alone', () => {
    const driver = candidate('driver', { onTrip: true, position: north(10) })
    // 373 s and 1,678 s away; he comes after 602 s.
    const free = [candidate('a', { position: north(2000) }), candidate('b', { position: north(9000) })]
    for (const overAsk of [2, null]) {
      const policy = { overAsk, onTrip: 'after_drop_off' as const }
      const plan = only(round([incident('i1')], [driver, ...free], policy))
      expect(asked(plan)?.slice(0, 2)).toEqual(['a', 'driver'])
      const offer = plan.offers.find(({ volunteerId }) => volunteerId === 'driver')
      expect(offer).toMatchObject({ etaS: 602, cost: { dropOff: 10, passenger: 0 }, why: { ring: 2 } })
    }
  })
})

describe('all incidents together', () => {
  test('a first offer is never starved by the spare of a more urgent incident', () => {
    const crowd = ['a', 'b'].map((id) => candidate(id))
    const urgent = incident('i1', { severity: 'kritis', reportedAt: at(-7200) })
    const plan = planRound(round([urgent, incident('i2', { severity: 'rendah' })], crowd))
    expect(plan.incidents.map(({ offers }) => offers.length)).toEqual([1, 1])
  })

  test('when there is one volunteer for two, the graver gets him and comes first in the plan', () => {
    const plan = planRound(round([incident('i1'), incident('i2', { severity: 'kritis' })], [candidate('v1')]))
    expect(plan.incidents.map((one) => [one.incidentId, asked(one)])).toEqual([
      ['i2', ['v1']],
      ['i1', []],
    ])
    expect(plan.incidents[1]?.needs[0]).toMatchObject({
      stalled: true,
      considered: 1,
      reasons: { asked_elsewhere: 1 },
      remedies: ['call_by_hand', 'hand_over', 'drop'],
    })
  })

  test('among equals the lower ids are asked, whatever the order', () => {
    const [a, b, c] = [candidate('a'), candidate('b'), candidate('c')]
    for (const crowd of [
      [a, b, c],
      [c, b, a],
      [b, c, a],
    ])
      expect(asked(planRound(round([incident('i1')], crowd)).incidents[0])).toEqual(['a', 'b'])
  })

  test('one natural person is asked once, through the freshest channel', () => {
    const stale = candidate('a', { personKey: 'p', position: north(10, { ageS: 100 }) })
    const fresh = candidate('b', { personKey: 'p', position: north(900, { ageS: 1 }) })
    const plan = planRound(round([incident('i1'), incident('i2')], [stale, fresh]))
    expect(plan.incidents.flatMap((one) => asked(one))).toEqual(['b'])
  })
})

describe('a stalled need', () => {
  test('nobody left, nobody pending: says why and what would help, and looks again after a wave', () => {
    const crowd = [candidate('a', { duty: 'paused' }), candidate('b'), candidate('c', { claimed: true })]
    const pickups = incident('i1', { needs: [need('n1', { vehicle: 'pickup' })] })
    const plan = only(round([pickups], crowd))
    expect(plan.need).toEqual({
      needId: 'n1',
      wanted: 2,
      chance: null,
      ring: 3,
      considered: 3,
      reasons: { paused: 1, claimed: 1, wrong_vehicle: 1 },
      stalled: true,
      remedies: ['change_vehicle', 'call_by_hand', 'hand_over', 'drop'],
    })
    expect(plan.nextWaveAt).toEqual(at(45))
  })

  test('not while somebody asked earlier may still say yes', () => {
    const pending = need('n1', { openOffers: 1, freshOffers: 0 })
    const plan = only(round([incident('i1', { needs: [pending], askedThisSearch: ['a'] })], [candidate('a')]))
    expect(plan.need).toMatchObject({
      wanted: 2,
      reasons: { already_asked: 1 },
      stalled: false,
      remedies: [],
    })
  })

  test('not when the first offers of the need are in this plan', () => {
    expect(only(round([incident('i1')], [candidate('a')])).need.stalled).toBe(false)
  })

  test('without any volunteer at all', () => {
    expect(only(round([incident('i1')], [])).need).toMatchObject({ considered: 0, stalled: true })
  })

  test('and without any incident there is no plan', () => {
    expect(planRound(round([], [candidate('a')])).incidents).toEqual([])
  })
})
