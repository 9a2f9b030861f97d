import { describe, expect, test } from 'vitest'
import { circle } from '#contracts/domain/zone/ring.ts'
import { whyNotIncident } from '../../../worker/matching/filter.ts'
import { planRound } from '../../../worker/matching/round.ts'
import { barredWay, type DangerZone, whyNotAcross } from '#contracts/domain/zone/across.ts'
import { candidate, incident, north, OEBUFU, round } from './given.ts'

const zone = (metresNorth: number, radiusM: number, over: Partial<DangerZone> = {}): DangerZone => ({
  zoneId: 'zon_1',
  ring: circle(north(metresNorth), radiusM),
  bars: ['motorcycle'],
  ...over,
})
const why = (fromNorth: number, ...zones: DangerZone[]) =>
  whyNotAcross('motorcycle', north(fromNorth), OEBUFU, zones)

describe('danger zones', () => {
  test.each([
    ['zone_at_incident', 2000, zone(0, 300)],
    ['zone_at_incident', 100, zone(0, 300)],
    ['inside_zone', 2000, zone(2000, 300)],
    ['across_zone', 2000, zone(1000, 300)],
    [null, 500, zone(1000, 300)],
    [null, 2000, zone(-1000, 300)],
    [null, 2000, zone(0, 300, { bars: ['car'] })],
  ] as const)('%s, from %i m north', (reason, fromNorth, drawn) => {
    expect(why(fromNorth, drawn)).toBe(reason)
  })

  test('one beside the way keeps nobody, one that reaches it does', () => {
    const beside = { ...north(1000), lng: OEBUFU.lng + 0.004 }
    expect(why(2000, { ...zone(0, 1), ring: circle(beside, 400) })).toBeNull()
    expect(why(2000, { ...zone(0, 1), ring: circle(beside, 460) })).toBe('across_zone')
  })

  test('of several, the hardest reason is told', () => {
    expect(why(2000, zone(1000, 100), zone(2000, 100))).toBe('inside_zone')
    expect(why(2000, zone(1000, 100), zone(2000, 100), zone(0, 100))).toBe('zone_at_incident')
  })

  test('a person is told which ones they are, and of the place alone where nobody knows his way', () => {
    const drawn = [
      zone(1000, 100, { zoneId: 'a' }),
      zone(0, 100, { zoneId: 'b' }),
      zone(0, 50, { zoneId: 'c', bars: ['car'] }),
      zone(-1000, 100, { zoneId: 'd' }),
    ]
    const told = (from: typeof OEBUFU | null) => barredWay('motorcycle', from, OEBUFU, drawn)
    expect(told(north(2000))).toEqual({ why: 'zone_at_incident', zoneIds: ['a', 'b'] })
    expect(told(null)).toEqual({ why: 'zone_at_incident', zoneIds: ['b'] })
    expect(barredWay('motorcycle', null, OEBUFU, [zone(1000, 100)])).toBeNull()
  })

  test('without zones, and for people without a position, nothing is asked of them', () => {
    expect(why(2000)).toBeNull()
    const nobodyAsked = new Set<string>()
    const barred = incident('i1', { zones: [zone(1000, 300)] })
    expect(whyNotIncident(candidate('v1', { position: null }), barred, nobodyAsked)).toBeNull()
    expect(whyNotIncident(candidate('v1', { position: north(2000) }), barred, nobodyAsked)).toBe(
      'across_zone',
    )
  })

  test('a round sends the car where the motorcycle may not go, and says what would help where nobody may', () => {
    const flooded = incident('i1', { zones: [zone(0, 300)] })
    const rider = candidate('rider', { position: north(400) })
    const driver = candidate('driver', { position: north(3000), vehicle: 'car' })
    const offers = planRound(round([flooded], [rider, driver])).incidents[0]?.offers
    expect(offers?.map(({ volunteerId }) => volunteerId)).toEqual(['driver'])
    const [need] = planRound(round([flooded], [rider])).incidents[0]?.needs ?? []
    expect(need).toMatchObject({
      stalled: true,
      reasons: { zone_at_incident: 1 },
      remedies: ['check_zones', 'hand_over', 'drop'],
    })
  })
})
