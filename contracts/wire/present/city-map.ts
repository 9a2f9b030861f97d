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
  /** Length of one kilometre. */
  kilometre: number
  place: (point: Point) => { x: number; y: number }
}

type Ring = number[][]
const ringsOf = (coordinates: unknown): Ring[] => (coordinates as Ring[][]).flat()

const tenth = (value: number): number => Math.round(value * 10) / 10
/** Room around the outermost areas, in degrees. */
const MARGIN = 0.012

const boxOf = (points: readonly number[][]) => {
  const lngs = points.map(([lng = 0]) => lng)
  const lats = points.map(([, lat = 0]) => lat)
  return {
    west: Math.min(...lngs) - MARGIN,
    east: Math.max(...lngs) + MARGIN,
    south: Math.min(...lats) - MARGIN,
    north: Math.max(...lats) + MARGIN,
  }
}

/** The whole city, `width` units wide; a flat projection that is true in the middle of it. */
export const cityMap = (width = 480): CityMap => {
  const shapes = kelurahan.features.map(({ properties, geometry }) => ({
    code: properties.code,
    rings: ringsOf(geometry.coordinates),
  }))
  const { west, east, south, north } = boxOf(shapes.flatMap(({ rings }) => rings.flat()))
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
    kilometre: (width * 1000) / across,
    place,
  }
}
