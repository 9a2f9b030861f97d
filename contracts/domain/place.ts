import { z } from 'zod'

/** A point in WGS 84 degrees. */
export const Point = z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })
export type Point = z.infer<typeof Point>

/** Whether these degrees can be a place. (0, 0) is what a phone without a fix sends. */
export const isPlace = ({ lat, lng }: Point): boolean =>
  Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && (lat !== 0 || lng !== 0)

/** Where an incident is. `kelurahan` is the Kemendagri code stated by a person; `doubt` says that the point lies elsewhere. */
export const Place = z.strictObject({
  lat: Point.shape.lat,
  lng: Point.shape.lng,
  kelurahan: z.string().max(20).nullable(),
  doubt: z.boolean(),
})
export type Place = z.infer<typeof Place>

const EARTH_RADIUS_M = 6_371_008.8
const rad = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle distance in metres (haversine, mean earth radius). */
export const distanceM = (a: Point, b: Point): number => {
  const dLat = rad(b.lat - a.lat)
  const dLng = rad(b.lng - a.lng)
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(dLng / 2) ** 2
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The size of the cell in which a place is told before somebody accepts. */
const CELL_M = 500

/** So far off that other people are near it: further than the cell that whoever was asked was told. */
export const isElsewhere = (a: Point, b: Point): boolean => distanceM(a, b) > CELL_M

/** Metres per degree of latitude; used for the coarse grid only. */
const DEGREE_M = 111_320

/** The centre of the 500 m grid cell of a point: all that is told of a place before somebody accepts. */
export const coarse = ({ lat, lng }: Point, cellM = CELL_M): Point => {
  const latStep = cellM / DEGREE_M
  const row = Math.floor(lat / latStep)
  const cellLat = (row + 0.5) * latStep
  const lngStep = cellM / (DEGREE_M * Math.cos(rad(cellLat)))
  const cellLng = (Math.floor(lng / lngStep) + 0.5) * lngStep
  return { lat: Number(cellLat.toFixed(5)), lng: Number(cellLng.toFixed(5)) }
}

/** The `count` areas whose reference points are nearest, nearest first, with the distance in metres. */
export const nearestAreas = <A extends Point>(point: Point, areas: readonly A[], count: number) =>
  areas
    .map((area) => ({ area, distanceM: distanceM(point, area) }))
    .sort((a, b) => a.distanceM - b.distanceM)
    .slice(0, count)
