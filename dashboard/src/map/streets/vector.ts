import type { ExpressionSpecification, LayerSpecification, VectorSourceSpecification } from 'maplibre-gl'
import { font } from '../look.ts'
import type { Palette } from '../palette.ts'
import { OF_STREETS, type Drawn } from './drawn.ts'
import type { Part, Schema } from './schemas.ts'

const SOURCE = `${OF_STREETS}file`

/** From these zooms on there is room for it. */
const MINOR_FROM = 12
const NAMES_FROM = 14
const NEAR_FROM = 15

const of = (part: Part, name: string) => ({
  id: `${OF_STREETS}${name}`,
  source: SOURCE,
  'source-layer': part.layer,
  ...(part.filter && { filter: part.filter }),
})

const area = (part: Part, name: string, color: string): LayerSpecification => ({
  ...of(part, name),
  type: 'fill',
  paint: { 'fill-color': color },
})

/** In pixels at the zooms 11 and 17. */
const wide = (far: number, near: number): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.5],
  ['zoom'],
  11,
  far,
  17,
  near,
]

interface Line {
  color: string
  width: ExpressionSpecification
  from?: number
}

const line = (part: Part, name: string, { color, width, from = 0 }: Line): LayerSpecification => ({
  ...of(part, name),
  type: 'line',
  minzoom: from,
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paint: { 'line-color': color, 'line-width': width },
})

/** The names of streets, in the page's own letters; ours come first where both want the room. */
const names = (part: Part, { word, city }: Palette): LayerSpecification => ({
  ...of(part, 'names'),
  type: 'symbol',
  minzoom: NAMES_FROM,
  layout: {
    'symbol-placement': 'line',
    'symbol-spacing': 320,
    'text-field': ['get', 'name'],
    'text-font': font.plain,
    'text-size': 11,
  },
  paint: { 'text-color': word, 'text-halo-color': city, 'text-halo-width': 1.2 },
})

/** Water, green, buildings and roads in the quiet colours of the page. Land and sea stay ours: they are there without any tile. */
export const vectorLayers = (schema: Schema, palette: Palette): LayerSpecification[] => {
  const { sea, green, beyond, road, mainRoad } = palette
  return [
    ...schema.green.map((part, n) => area(part, `green-${String(n)}`, green)),
    area(schema.water, 'water', sea),
    line(schema.waterways, 'waterways', { color: sea, width: wide(0.8, 4) }),
    { ...area(schema.buildings, 'buildings', beyond), minzoom: NEAR_FROM },
    line(schema.paths, 'paths', { color: road, width: wide(0.5, 2), from: NEAR_FROM }),
    line(schema.minorRoads, 'minor-roads', { color: road, width: wide(0.5, 7), from: MINOR_FROM }),
    line(schema.mainRoads, 'main-roads', { color: mainRoad, width: wide(1, 11) }),
    line(schema.highways, 'highways', { color: mainRoad, width: wide(1.6, 14) }),
    names(schema.named, palette),
  ]
}

/** Streets that are drawn here; `url` has `{z}`, `{x}` and `{y}` in it. */
export const vectorStreets = (
  url: string,
  schema: Schema,
  palette: Palette,
  extent: Pick<VectorSourceSpecification, 'minzoom' | 'maxzoom' | 'bounds'>,
): Drawn => ({
  sources: { [SOURCE]: { type: 'vector', tiles: [url], ...extent } },
  layers: vectorLayers(schema, palette),
})
