import { describe, expect, it } from 'vitest'
import { isWithin } from '#contracts/domain/zone/ring.ts'
import {
  emptyZone,
  faultsIn,
  outlineOf,
  taken,
  type ZoneDraft,
} from '../../dashboard/src/panels/zones/draft.ts'
import { zoneData } from '../../dashboard/src/map/layers/zones.ts'

const areas = [
  {
    code: '53.71.01.1001',
    name: 'Namosain',
    aliases: [],
    kecamatan: 'Alak',
    kecamatanCode: '53.71.01',
    lat: -10.175,
    lng: 123.553,
    hazards: [],
  },
]
const draft = (over: Partial<ZoneDraft> = {}): ZoneDraft => ({ ...emptyZone, reason: 'Banjir', ...over })
const at = (lat: number, lng: number) => ({ lat, lng })

describe('a zone being drawn', () => {
  it('is a circle around a kelurahan by keyboard alone, or around a click', () => {
    const byName = draft({ kelurahan: '53.71.01.1001', radius: '800' })
    expect(faultsIn(byName, areas)).toEqual([])
    expect(isWithin(at(-10.175, 123.553), outlineOf(byName, areas))).toBe(true)
    const clicked = taken(byName, at(-10.2, 123.6))
    expect(clicked).toMatchObject({ kelurahan: null, middle: at(-10.2, 123.6) })
    expect(isWithin(at(-10.175, 123.553), outlineOf(clicked, areas))).toBe(false)
  })

  it('is corners, closed by itself from the third one on', () => {
    const corners = [at(-10.1, 123.5), at(-10.1, 123.6), at(-10.2, 123.6)]
    const drawn = corners.reduce(taken, draft({ shape: 'corners' }))
    expect(outlineOf({ ...drawn, corners: corners.slice(0, 2) }, areas)).toHaveLength(2)
    expect(outlineOf(drawn, areas)).toHaveLength(4)
    expect(faultsIn(drawn, areas)).toEqual([])
  })

  it('says what is missing or wrong', () => {
    expect(faultsIn(emptyZone, areas)).toEqual(['missing', 'reasonMissing'])
    expect(faultsIn(draft({ shape: 'corners', corners: [at(0, 0), at(1, 1)] }), areas)).toEqual(['missing'])
    const tie = [at(0, 0), at(2, 2), at(0, 2), at(1, 0)]
    expect(faultsIn(draft({ shape: 'corners', corners: tie }), areas)).toEqual(['crossed'])
    expect(faultsIn(draft({ kelurahan: '53.71.01.1001', radius: '20' }), areas)).toEqual(['radiusWrong'])
    expect(faultsIn(draft({ kelurahan: '53.71.01.1001', radius: '1.500', bars: [] }), areas)).toEqual([
      'barsMissing',
    ])
  })
})

describe('zones on the map', () => {
  it('tell what is in force, what is planned, and what is being drawn', () => {
    const ring = outlineOf(draft({ kelurahan: '53.71.01.1001' }), areas)
    const zones = [
      { id: 'a', ring, planned: false, label: 'Banjir' },
      { id: 'b', ring, planned: true, label: 'Kebakaran' },
    ]
    expect(
      zoneData(zones, [[123.6, -10.1]]).features.map(({ geometry, properties }) => [
        geometry.type,
        properties.look,
      ]),
    ).toEqual([
      ['Polygon', 'active'],
      ['Polygon', 'planned'],
      ['Point', 'draft'],
    ])
    expect(zoneData([], []).features).toEqual([])
  })
})
