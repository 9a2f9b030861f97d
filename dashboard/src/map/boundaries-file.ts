import type { Point } from '#contracts/domain/place.ts'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'

export interface AreaNames {
  code: string
  name: string
  kecamatan: string
}
export type Area = Feature<Polygon | MultiPolygon, AreaNames>
/** Who is to be named for the boundaries stands in the file itself. */
export type BoundariesFile = FeatureCollection<Polygon | MultiPolygon, AreaNames> & { attribution?: string }

/** The boundaries that the agency configured (`MAP_BOUNDARIES`); 204 when there are none. */
const ADDRESS = '/map/boundaries.geojson'

/** The configured boundaries, or null: there are none, and every kelurahan of a point is an estimate. */
export const fetchBoundaries = async (signal: AbortSignal): Promise<BoundariesFile | null> => {
  const answer = await fetch(ADDRESS, { signal })
  const isGeoJson = answer.headers.get('content-type')?.startsWith('application/geo+json') ?? false
  if (answer.status !== 200 || !isGeoJson) return null
  // The server has checked the file before it serves it.
  return (await answer.json()) as BoundariesFile
}

/** Does a ray to the east cross this ring an odd number of times? */
const isInRing = ({ lng, lat }: Point, ring: readonly Position[]): boolean =>
  ring.reduce((inside, [x2 = 0, y2 = 0], index) => {
    const [x1 = 0, y1 = 0] = ring.at(index - 1) ?? []
    const crosses = y1 > lat !== y2 > lat && lng < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)
    return crosses ? !inside : inside
  }, false)

/** A file of thousands of corners is too long to be spread into one call. */
const rangeOf = (values: readonly number[] = []): readonly [least: number, most: number] =>
  values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  )
const isWithin = (value: number, [least, most]: readonly [number, number]): boolean =>
  least <= value && value <= most

const isInPolygon = (point: Point, [outline = [], ...holes]: readonly Position[][]): boolean =>
  isInRing(point, outline) && !holes.some((hole) => isInRing(point, hole))

const polygonsOf = ({ geometry }: Area): readonly Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates

const isInArea = (area: Area, point: Point): boolean =>
  polygonsOf(area).some((polygon) => isInPolygon(point, polygon))

/** The area of the file that a point lies in. */
export const areaAt = ({ features }: Pick<BoundariesFile, 'features'>, point: Point): AreaNames | undefined =>
  features.find((area) => isInArea(area, point))?.properties

/** The same for thousands of points: only the outlines of areas whose box holds the point are followed. */
export const areaFinder = ({ features }: Pick<BoundariesFile, 'features'>) => {
  const boxed = features.map((area) => {
    const corners = polygonsOf(area).flat(2)
    const [lngs, lats] = [0, 1].map((axis) => corners.map((corner) => corner[axis] ?? 0))
    return { area, lng: rangeOf(lngs), lat: rangeOf(lats) }
  })
  return (point: Point): AreaNames | undefined =>
    boxed.find(
      ({ area, lng, lat }) => isWithin(point.lng, lng) && isWithin(point.lat, lat) && isInArea(area, point),
    )?.area.properties
}
