import { distanceM, type Point } from '#contracts/domain/place.ts'
import coast from '../basemap/coast.json' with { type: 'json' }
import kelurahan from '../basemap/kelurahan.json' with { type: 'json' }

/** The built-in city as outlines of a small picture: for reports, on screen and on paper. Units: those of its view box. */
export interface CityMap {
  width: number
  height: number
  /** Outline of the land, as the `d` of an SVG path. */
  land: string
  /** Estimated borders of the kelurahan, one path each. */
  areas: readonly { code: string; d: string }[]
  /** A bar for the scale: a round number of kilometres and how long that is here. */
  bar: { km: number; length: number }
  place: (point: Point) => { x: number; y: number }
}

type Ring = number[][]
const ringsOf = (coordinates: unknown): Ring[] => (coordinates as Ring[][]).flat()

const tenth = (value: number): number => Math.round(value * 10) / 10
/** Room around the outermost areas, in degrees. */
const MARGIN = 0.012

interface Box {
  west: number
  east: number
  south: number
  north: number
}

const boxOf = (points: readonly number[][]): Box => {
  const lngs = points.map(([lng = 0]) => lng)
  const lats = points.map(([, lat = 0]) => lat)
  return {
    west: Math.min(...lngs) - MARGIN,
    east: Math.max(...lngs) + MARGIN,
    south: Math.min(...lats) - MARGIN,
    north: Math.max(...lats) + MARGIN,
  }
}

/** The least part of the city that is a picture of a place: about a quarter across, some four kilometres. */
const CLOSEST = 0.25

/** The part of the city that holds these points, in the city's own proportions; all of it when that is hardly less. */
const partOf = (city: Box, points: readonly Point[]): Box => {
  if (points.length === 0) return city
  const { west, east, south, north } = boxOf(points.map(({ lat, lng }) => [lng, lat]))
  const wide = city.east - city.west
  const high = city.north - city.south
  const share = Math.max(CLOSEST, (east - west) / wide, (north - south) / high)
  if (share > 0.85) return city
  const [lng, lat] = [(west + east) / 2, (south + north) / 2]
  return {
    west: lng - (wide * share) / 2,
    east: lng + (wide * share) / 2,
    south: lat - (high * share) / 2,
    north: lat + (high * share) / 2,
  }
}

const barOf = (kilometre: number, width: number): CityMap['bar'] => {
  const km = [5, 2].find((length) => length * kilometre < width / 3) ?? 1
  return { km, length: km * kilometre }
}

/**
 * The part of the city that holds `around` (without points: all of it), `width` units wide; a flat projection that is true in
 * the middle of it. What lies outside is drawn beyond the view box.
 */
export const cityMap = (width = 480, around: readonly Point[] = []): CityMap => {
  const shapes = kelurahan.features.map(({ properties, geometry }) => ({
    code: properties.code,
    rings: ringsOf(geometry.coordinates),
  }))
  const city = boxOf(shapes.flatMap(({ rings }) => rings.flat()))
  const { west, east, south, north } = partOf(city, around)
  const unit = width / (east - west)
  const stretch = 1 / Math.cos((((south + north) / 2) * Math.PI) / 180)
  const height = tenth((north - south) * unit * stretch)
  const place = ({ lat, lng }: Point) => ({
    x: tenth((lng - west) * unit),
    y: tenth((north - lat) * unit * stretch),
  })
  const draw = (ring: Ring): string =>
    ring
      .map(([lng = 0, lat = 0], index) => {
        const { x, y } = place({ lat, lng })
        return `${index === 0 ? 'M' : 'L'}${String(x)} ${String(y)}`
      })
      .join('') + 'Z'
  const middle = (south + north) / 2
  const across = distanceM({ lat: middle, lng: west }, { lat: middle, lng: east })
  return {
    width,
    height,
    land: coast.features
      .flatMap(({ geometry }) => ringsOf(geometry.coordinates))
      .map(draw)
      .join(''),
    areas: shapes.map(({ code, rings }) => ({ code, d: rings.map(draw).join('') })),
    bar: barOf((width * 1000) / across, width),
    place,
  }
}
