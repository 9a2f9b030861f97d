import { describe, expect, it } from 'vitest'
import { isWithin } from '#contracts/domain/zone/ring.ts'
import { inserted, movedCorner, withoutCorner } from '../../dashboard/src/panels/zones/corners.ts'
import {
  draftOf,
  emptyZone,
  faultsIn,
  outlineOf,
  taken,
  type ZoneDraft,
} from '../../dashboard/src/panels/zones/draft.ts'
import { momentOf, writtenMoment } from '../../dashboard/src/time/written.ts'
import { zoneData } from '../../dashboard/src/map/layers/zones.ts'

const NOW = Date.parse('2026-01-17T06:00:00Z')
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
    expect(faultsIn(byName, areas, NOW)).toEqual([])
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
    expect(faultsIn(drawn, areas, NOW)).toEqual([])
  })

  it('says what is missing or wrong', () => {
    expect(faultsIn(emptyZone, areas, NOW)).toEqual(['missing', 'reasonMissing'])
    expect(faultsIn(draft({ shape: 'corners', corners: [at(0, 0), at(1, 1)] }), areas, NOW)).toEqual([
      'missing',
    ])
    const tie = [at(0, 0), at(2, 2), at(0, 2), at(1, 0)]
    expect(faultsIn(draft({ shape: 'corners', corners: tie }), areas, NOW)).toEqual(['crossed'])
    expect(faultsIn(draft({ kelurahan: '53.71.01.1001', radius: '20' }), areas, NOW)).toEqual(['radiusWrong'])
    expect(faultsIn(draft({ kelurahan: '53.71.01.1001', radius: '1.500', bars: [] }), areas, NOW)).toEqual([
      'barsMissing',
    ])
  })
})

describe('a zone that is changed', () => {
  const square = [at(0, 0), at(0, 2), at(2, 2), at(2, 0)]
  const until = '2026-01-17T07:05:30.000Z'
  const view = {
    id: 'zon_1',
    version: 1,
    state: 'active' as const,
    kind: 'kebakaran' as const,
    polygon: {
      type: 'Polygon' as const,
      coordinates: [[...square, at(0, 0)].map(({ lat, lng }) => [lng, lat])] as [[number, number][]],
    },
    bars: ['car' as const],
    from: '2026-01-17T05:00:00.000Z',
    until,
    drill: false,
    reason: 'Asap',
    drawnAt: '2026-01-17T05:00:00.000Z',
    drawnBy: { id: 'usr_1', displayName: 'Contoh' },
    endedAt: null,
    endedBy: null,
  }

  it('begins as it stands, and is closed again by itself', () => {
    const known = draftOf(view)
    expect(known).toMatchObject({ id: 'zon_1', shape: 'corners', corners: square, reason: 'Asap' })
    expect(outlineOf(known, areas)).toEqual(view.polygon.coordinates[0])
    expect(faultsIn(known, areas, NOW)).toEqual([])
  })

  it('takes a click into the edge nearest to it, a drag of either end of the outline, and lets a corner go', () => {
    expect(taken(draftOf(view), at(1, 2.1)).corners).toEqual([
      at(0, 0),
      at(0, 2),
      at(1, 2.1),
      at(2, 2),
      at(2, 0),
    ])
    expect(inserted(square, at(1, -0.1))).toEqual([...square, at(1, -0.1)])
    expect(movedCorner(square, 4, at(9, 9))).toEqual(movedCorner(square, 0, at(9, 9)))
    expect(withoutCorner(square, 1)).toEqual([at(0, 0), at(2, 2), at(2, 0)])
  })

  it('has its end in the time of Kupang, and not in the past', () => {
    expect(writtenMoment(until)).toBe('17/01/2026 15.05')
    expect(momentOf('17/01/2026 15.05')).toBe('2026-01-17T07:05:00.000Z')
    expect(momentOf('')).toBeNull()
    expect(faultsIn({ ...draftOf(view), until: '' }, areas, NOW)).toEqual(['untilWrong'])
    expect(faultsIn({ ...draftOf(view), until: '17/01/2026 13.59' }, areas, NOW)).toEqual(['untilWrong'])
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
