import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coarse, distanceM, nearestAreas, Place, Point } from '#contracts/domain/place.ts'

const oebufu = { lat: -10.1719, lng: 123.6075 }
/** Points as far as a volunteer agency of Indonesia may reach. */
const aPoint = fc.record({
  lat: fc.double({ min: -11, max: 6, noNaN: true }),
  lng: fc.double({ min: 95, max: 141, noNaN: true }),
})

describe('distance', () => {
  test('a degree of latitude is 111,195 m on the mean sphere', () => {
    expect(distanceM({ lat: 0, lng: 0 }, { lat: 1, lng: 0 })).toBeCloseTo(111_195.08, 1)
  })

  test('half way around the earth is half of its circumference', () => {
    expect(distanceM({ lat: 0, lng: 0 }, { lat: 0, lng: 180 })).toBeCloseTo(Math.PI * 6_371_008.8, 1)
  })

  test('is the same both ways, and nothing from a point to itself', () => {
    fc.assert(
      fc.property(aPoint, aPoint, (a, b) => {
        expect(distanceM(a, b)).toBeCloseTo(distanceM(b, a), 6)
        expect(distanceM(a, a)).toBe(0)
      }),
    )
  })
})

describe('the coarse place', () => {
  test('tells one point for everybody in a cell of 500 m', () => {
    const cell = coarse(oebufu)
    expect(coarse(cell)).toEqual(cell)
    expect(coarse({ lat: cell.lat + 0.002, lng: cell.lng - 0.002 })).toEqual(cell)
    expect(coarse({ lat: cell.lat + 0.0046, lng: cell.lng })).not.toEqual(cell)
  })

  test('lies no farther than the corner of its cell, and is a valid point', () => {
    fc.assert(
      fc.property(aPoint, (point) => {
        const cell = coarse(point)
        expect(Point.safeParse(cell).success).toBe(true)
        expect(distanceM(point, cell)).toBeLessThanOrEqual(Math.SQRT1_2 * 500 + 2)
      }),
    )
  })

  test('the cell may be larger', () => {
    expect(distanceM(oebufu, coarse(oebufu, 2000))).toBeLessThanOrEqual(Math.SQRT1_2 * 2000 + 2)
  })
})

describe('the nearest areas', () => {
  const areas = [
    { code: 'far', lat: -10.3, lng: 123.6 },
    { code: 'here', ...oebufu },
    { code: 'near', lat: -10.18, lng: 123.6 },
  ]
  test('come nearest first, with their distance, no more than asked', () => {
    const found = nearestAreas(oebufu, areas, 2)
    expect(found.map(({ area }) => area.code)).toEqual(['here', 'near'])
    expect(found[0]?.distanceM).toBe(0)
    expect(found[1]?.distanceM).toBeCloseTo(distanceM(oebufu, { lat: -10.18, lng: 123.6 }), 6)
    expect(areas.map(({ code }) => code)).toEqual(['far', 'here', 'near'])
  })

  test('may be fewer than asked, or none', () => {
    expect(nearestAreas(oebufu, areas, 9)).toHaveLength(3)
    expect(nearestAreas(oebufu, [], 3)).toEqual([])
  })
})

test.each([
  [{ lat: -91, lng: 0 }],
  [{ lat: 0, lng: 181 }],
  [{ lat: Number.NaN, lng: 0 }],
  [{ lat: '1', lng: 0 }],
  [{ lat: 1, lng: 0, note: 'x' }],
])('%o is no point', (value) => expect(Point.safeParse(value).success).toBe(false))

test('a place is a point with the kelurahan a person stated, or none', () => {
  expect(Place.safeParse({ ...oebufu, kelurahan: null, doubt: false }).success).toBe(true)
  expect(Place.safeParse({ ...oebufu, doubt: false }).success).toBe(false)
})
