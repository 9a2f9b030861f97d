import type { MultiPolygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import {
  bordersOf,
  districtLabels,
  estimatedAreas,
  labelPoint,
  referencePoints,
} from '../../../dashboard/src/map/areas.ts'
import coast from '#contracts/wire/basemap/coast.json'
import { limits } from '../../../dashboard/src/map/camera.ts'
import { isWithin, type Ring } from '../../../local/basemap/shapes.ts'
import kupang from '../../../local/data/kupang.json'

/** What coast.json was cut to. */
const box = { west: 123.3, south: -10.5, east: 123.9, north: -10 }
const areas = estimatedAreas.collection.features
const land = coast.features.map(({ geometry }) => geometry as MultiPolygon)
const shapes = areas.map(({ geometry }) => geometry as MultiPolygon)
const ringsOf = (shape: MultiPolygon): Position[][] => shape.coordinates.flat()
const holds = (shape: MultiPolygon, { lng, lat }: { lng: number; lat: number }): boolean =>
  shape.coordinates.some(([outline = []]) => isWithin([lng, lat], outline as Ring))

describe('the built-in basemap', () => {
  it('has the 51 kelurahan of the reference, in six kecamatan', () => {
    expect(areas.map(({ properties }) => properties.code).sort()).toEqual(
      kupang.kelurahan.map(({ code }) => code).sort(),
    )
    expect(new Set(areas.map(({ properties }) => properties.kecamatan)).size).toBe(6)
    expect(districtLabels(estimatedAreas.collection)).toHaveLength(6)
    expect(estimatedAreas.estimated).toBe(true)
  })

  it('has closed rings within its box, with five decimals at most', () => {
    const rings = [...land, ...shapes].flatMap(ringsOf)
    for (const ring of rings) {
      expect(ring.length).toBeGreaterThanOrEqual(4)
      expect(ring.at(-1)).toEqual(ring[0])
    }
    const off = rings.flat().filter(([lng = 0, lat = 0]) => {
      const inside = lng >= box.west && lng <= box.east && lat >= box.south && lat <= box.north
      return !inside || [lng, lat].some((value) => Number(value.toFixed(5)) !== value)
    })
    expect(off).toEqual([])
  })

  it('keeps the camera within the land it has', () => {
    const [[west, south], [east, north]] = limits.maxBounds as [[number, number], [number, number]]
    expect(west).toBeGreaterThan(box.west)
    expect(south).toBeGreaterThan(box.south)
    expect(east).toBeLessThan(box.east)
    expect(north).toBeLessThan(box.north)
  })

  it.each(referencePoints.map((point) => [point.name, point] as const))(
    '%s: the reference point is on land, in its own area and in no other',
    (_name, point) => {
      expect(land.some((shape) => holds(shape, point))).toBe(true)
      const holders = areas.filter((_, index) => {
        const shape = shapes[index]
        return shape !== undefined && holds(shape, point)
      })
      expect(holders.map(({ properties }) => properties.code)).toEqual([point.code])
    },
  )

  it('has areas that share their edges, so that kecamatan are outlined without gaps', () => {
    const borders = bordersOf(estimatedAreas.collection)
    const kinds = (kind: string) => borders.filter((border) => border.kind === kind)
    expect(kinds('kelurahan').length).toBeGreaterThan(51)
    expect(kinds('kecamatan').length).toBeGreaterThan(20)
    // The outside: one closed line around the whole city, every corner with an even number of edges.
    const ends = new Map<string, number>()
    for (const corner of kinds('limit').flatMap((border) => border.ends.map(String)))
      ends.set(corner, (ends.get(corner) ?? 0) + 1)
    expect([...ends].filter(([, edges]) => edges % 2 !== 0)).toEqual([])
  })

  it('names an area at its reference point, an unknown one in its middle', () => {
    const [first] = areas
    if (first === undefined) throw new Error('there are no areas')
    expect(labelPoint(first)).toMatchObject({ lng: kupang.kelurahan[0]?.lng, lat: kupang.kelurahan[0]?.lat })
    const square = [
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
        [0, 0],
      ],
    ]
    const unknown = { ...first, properties: { ...first.properties, code: '00' } }
    expect(labelPoint({ ...unknown, geometry: { type: 'Polygon', coordinates: square } })).toMatchObject({
      lng: 1,
      lat: 1,
    })
  })
})
