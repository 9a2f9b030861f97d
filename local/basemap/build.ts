import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Feature, FeatureCollection, MultiPolygon as Shape } from 'geojson'
import { format, resolveConfig } from 'prettier'
import kupang from '../data/kupang.json' with { type: 'json' }
import { buildCells } from './cells.ts'
import type { MultiPolygon } from './clipping.ts'
import { buildLand } from './land.ts'
import type { Box, Pair } from './shapes.ts'
import { fetchShoreline } from './shoreline.ts'

/**
 * Makes the built-in basemap, once: `npx tsx local/basemap/build.ts`. The files are kept in the repository, so nobody
 * needs this but who wants other limits or has new reference points.
 */
const folder = fileURLToPath(new URL('../../contracts/wire/basemap/', import.meta.url))
/** More than a screen shows at the smallest zoom, so that land never ends in a straight line in view. */
const AROUND: Box = { west: 123.3, south: -10.5, east: 123.9, north: -10 }
const DECIMALS = 5
/** The city's extent is known to some hundred metres only, and so is the shore. */
const SPARE_DEG = 0.008

const widened = ({ west, south, east, north }: Box): Box => ({
  west: west - SPARE_DEG,
  south: south - SPARE_DEG,
  east: east + SPARE_DEG,
  north: north + SPARE_DEG,
})

const rounded = ([lng, lat]: Pair): Pair => [Number(lng.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))]

/** GeoJSON repeats the first point of a ring as its last. */
const closed = (ring: Pair[]): Pair[] => {
  const points = ring.map(rounded)
  const [first, last] = [points[0], points.at(-1)]
  return first === undefined || String(first) === String(last) ? points : [...points, first]
}

const shapeOf = (polygons: MultiPolygon): Shape => ({
  type: 'MultiPolygon',
  coordinates: polygons.map((polygon) => polygon.map(closed)),
})

const write = async (name: string, note: string, features: Feature[]): Promise<void> => {
  const collection: FeatureCollection & { note: string } = { type: 'FeatureCollection', note, features }
  const path = `${folder}${name}`
  const style = await resolveConfig(path)
  await writeFile(path, await format(JSON.stringify(collection), { ...style, parser: 'json' }))
}

const points = kupang.kelurahan.map(({ lng, lat }): Pair => [lng, lat])
const bytes = await fetchShoreline((line) => console.log(line))
const land = buildLand({ bytes, box: AROUND, onLand: points })
await write('coast.json', 'Shoreline from GSHHG 2.3.7, LGPL-3.0-or-later: see COPYING.md beside this file.', [
  { type: 'Feature', properties: {}, geometry: shapeOf(land) },
])

const cells = buildCells({ points, land, box: widened(kupang.bbox) })
await write(
  'kelurahan.json',
  'Batas perkiraan: to each reference point the land that is nearer to it than to any other. Not a survey.',
  kupang.kelurahan.map(({ code, name, kecamatan, lng, lat }, index) => ({
    type: 'Feature',
    properties: { code, name, kecamatan, lng, lat },
    geometry: shapeOf(cells[index] ?? []),
  })),
)
console.log(`Wrote the coast and ${String(cells.length)} kelurahan to ${folder}`)
