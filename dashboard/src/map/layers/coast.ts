import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import coast from '#contracts/wire/basemap/coast.json'
import type { Palette } from '../palette.ts'

/** Land and sea. It stands in the style from the first frame, so the map is never empty. */
export const coastSources: Record<string, SourceSpecification> = {
  coast: { type: 'geojson', data: coast as GeoJSON.FeatureCollection, tolerance: 0.2 },
}

export const seaLayers = ({ sea, beyond }: Palette): LayerSpecification[] => [
  { id: 'sea', type: 'background', paint: { 'background-color': sea } },
  { id: 'land', type: 'fill', source: 'coast', paint: { 'fill-color': beyond } },
]

/** Drawn above the areas, whose edge it is. */
export const shoreLayers = ({ coast: color }: Palette): LayerSpecification[] => [
  {
    id: 'shore',
    type: 'line',
    source: 'coast',
    paint: { 'line-color': color, 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1, 14, 2] },
  },
]
