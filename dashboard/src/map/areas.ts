import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import builtIn from '#contracts/wire/basemap/kelurahan.json'
import type { Area, AreaNames } from './boundaries-file.ts'

export interface Areas {
  collection: FeatureCollection<Polygon | MultiPolygon, AreaNames>
  /** The boundaries are our own estimate, and the map has to say so. */
  estimated: boolean
  /** Who is to be named for the boundaries, where the file says it. */
  source: string | null
}

const references = builtIn.features.map(({ properties }) => properties)
/** Reference points of the kelurahan that the product knows. */
export const referencePoints: readonly (AreaNames & { lng: number; lat: number })[] = references

/** The 51 kelurahan as computed from their reference points. */
export const estimatedAreas: Areas = {
  collection: builtIn as Areas['collection'],
  estimated: true,
  source: null,
}

export const ringsOf = ({ geometry }: Area): Position[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()

/** The middle of an outline by area; in a plane of degrees, which is good enough for a label. */
const middleOf = (ring: Position[]): { area: number; lng: number; lat: number } => {
  const sums = ring.slice(1).reduce(
    (sum, [x2 = 0, y2 = 0], index) => {
      const [x1 = 0, y1 = 0] = ring[index] ?? []
      const cross = x1 * y2 - x2 * y1
      return { area: sum.area + cross, x: sum.x + (x1 + x2) * cross, y: sum.y + (y1 + y2) * cross }
    },
    { area: 0, x: 0, y: 0 },
  )
  return { area: Math.abs(sums.area) / 2, lng: sums.x / (3 * sums.area), lat: sums.y / (3 * sums.area) }
}

/** Where the name of an area stands: on its reference point, else in the middle of its largest part. */
export const labelPoint = (area: Area): { lng: number; lat: number } => {
  const known = references.find(({ code }) => code === area.properties.code)
  if (known !== undefined) return known
  const [largest] = ringsOf(area)
    .map(middleOf)
    .sort((a, b) => b.area - a.area)
  return largest ?? { lng: 0, lat: 0 }
}

/** Where the name of a kecamatan stands: in the middle of its areas, weighed by size. */
export const districtLabels = ({ features }: Areas['collection']) =>
  [...new Set(features.map(({ properties }) => properties.kecamatan))].map((kecamatan) => {
    const middles = features
      .filter(({ properties }) => properties.kecamatan === kecamatan)
      .flatMap((area) => ringsOf(area).map(middleOf))
    const total = middles.reduce((sum, { area }) => sum + area, 0)
    const mean = (axis: 'lng' | 'lat'): number =>
      middles.reduce((sum, middle) => sum + middle[axis] * middle.area, 0) / total
    return { kecamatan, lng: mean('lng'), lat: mean('lat') }
  })

/** What lies on both sides of an edge: two kelurahan of one kecamatan, two kecamatan, or one kelurahan and the outside. */
export type BorderKind = 'kelurahan' | 'kecamatan' | 'limit'

/**
 * Every edge of the areas once, with its kind. Neighbours share their corners exactly, so an edge is known by its two
 * ends; in a file where they do not, an edge counts as one to the outside.
 */
export const bordersOf = ({ features }: Areas['collection']) => {
  const edges = new Map<string, { kecamatan: string; kind: BorderKind; ends: Position[] }>()
  for (const area of features)
    for (const ring of ringsOf(area))
      for (const [index, to] of ring.slice(1).entries()) {
        const from = ring[index] ?? to
        const { kecamatan } = area.properties
        const key = [String(from), String(to)].sort().join(' ')
        const known = edges.get(key)
        if (known === undefined) edges.set(key, { kecamatan, kind: 'limit', ends: [from, to] })
        else known.kind = known.kecamatan === kecamatan ? 'kelurahan' : 'kecamatan'
      }
  return [...edges.values()]
}
