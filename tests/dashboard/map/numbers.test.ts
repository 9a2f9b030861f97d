import { describe, expect, it } from 'vitest'
import { groupsOf } from '../../../dashboard/src/map/groups.ts'
import { incidentData } from '../../../dashboard/src/map/layers/incidents.ts'
import type { MapIncident } from '../../../dashboard/src/map/model.ts'
import { SPOT_PARTS } from '../../../dashboard/src/map/movers/painting.ts'
import { numberedOf, numberSpots } from '../../../dashboard/src/map/numbers.ts'

const at = (id: string, north: number, east: number, given: Partial<MapIncident> = {}): MapIncident => ({
  id,
  number: `KJ-2026-000${id}`,
  severity: 'sedang',
  status: 'responding',
  hazard: 'banjir',
  area: 'Contoh',
  lat: -10.18 + north,
  lng: 123.59 + east,
  ...given,
})
// A thousandth of a degree is 23 pixels at zoom 14.
const ZOOM = 14
const numbered = (incidents: MapIncident[], zoom = ZOOM, selectedId: string | null = null): string[] => [
  ...numberedOf(groupsOf(incidents, zoom, selectedId), zoom, selectedId),
]

describe('the number of an incident', () => {
  it('stands under every mark that has room, from where people are dots', () => {
    const apart = [at('1', 0, 0), at('2', 0.01, 0.01)]
    expect(numbered(apart)).toEqual(['1', '2'])
    expect(numbered(apart, 12.25)).toEqual([])
  })

  it('lies on no other number: the graver keeps his', () => {
    const besides = [at('1', 0, 0), at('2', 0, 0.002, { severity: 'kritis' })]
    expect(numbered(besides)).toEqual(['2'])
    expect(numbered(besides, ZOOM, '1')).toEqual(['1'])
  })

  it('lies on no other mark, unless it is the chosen one', () => {
    const below = [at('1', 0, 0), at('2', -0.0013, 0)]
    expect(numbered(below)).toEqual(['2'])
    expect(numbered(below, ZOOM, '1')).toEqual(['1', '2'])
  })

  it('is drawn exactly where it keeps the dots away, over its whole width', () => {
    const groups = groupsOf([at('1', 0, 0), at('2', 0, 0.002, { severity: 'kritis' })], ZOOM, null)
    const withNumber = numberedOf(groups, ZOOM, null)
    const drawn = incidentData(groups, null, withNumber).features.filter(
      ({ properties }) => properties.numbered,
    )
    expect(drawn.map(({ properties }) => properties.id)).toEqual(['2'])
    const spots = numberSpots(groups, withNumber)
    expect(spots.length % SPOT_PARTS).toBe(0)
    const discs = Array.from({ length: spots.length / SPOT_PARTS }, (_, disc) =>
      spots.slice(disc * SPOT_PARTS, (disc + 1) * SPOT_PARTS),
    )
    const rights = discs.map(([, , right = 0]) => right)
    const radius = discs[0]?.[4] ?? 0
    const width = Math.max(...rights) - Math.min(...rights) + 2 * radius
    // Twelve letters of the page's font at this size.
    expect(width).toBeGreaterThan(80)
    expect(width).toBeLessThan(95)
    for (const [disc, right] of rights.entries())
      expect(right - (rights[disc - 1] ?? right)).toBeLessThanOrEqual(radius)
    expect(new Set(discs.map(([, , , down]) => down))).toEqual(new Set([22]))
  })
})
