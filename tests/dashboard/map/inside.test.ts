import { expect, test } from 'vitest'
import {
  areaAt,
  areaFinder,
  type Area,
  type BoundariesFile,
} from '../../../dashboard/src/map/boundaries-file.ts'

const square = (west: number, south: number, side: number): number[][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]
const area = (name: string, geometry: Area['geometry']): Area => ({
  type: 'Feature',
  properties: { code: name, name, kecamatan: 'Alak' },
  geometry,
})
const file: BoundariesFile = {
  type: 'FeatureCollection',
  features: [
    area('Namosain', { type: 'Polygon', coordinates: [square(0, 0, 4), square(1, 1, 2)] }),
    area('Penkase', {
      type: 'MultiPolygon',
      coordinates: [[square(10, 0, 1)], [square(1.5, 1.5, 1)]],
    }),
  ],
}
const at = (lng: number, lat: number): string | undefined => areaAt(file, { lng, lat })?.name

test('a point lies in the area around it, not in its holes', () => {
  expect(at(0.5, 0.5)).toBe('Namosain')
  expect(at(1.2, 1.2)).toBeUndefined()
})

test('an area of several parts holds the points of each', () => {
  expect(at(10.5, 0.5)).toBe('Penkase')
  expect(at(2, 2)).toBe('Penkase')
})

test('outside of all areas is nowhere', () => {
  expect(at(5, 0.5)).toBeUndefined()
  expect(at(-1, 0.5)).toBeUndefined()
})

test('with boxes around the areas, every point is found where it was found without', () => {
  const find = areaFinder(file)
  for (let lng = -1; lng <= 12; lng += 0.25)
    for (let lat = -1; lat <= 5; lat += 0.25)
      expect([lng, lat, find({ lng, lat })?.name]).toEqual([lng, lat, at(lng, lat)])
})
