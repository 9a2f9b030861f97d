import type { RasterLayerSpecification, RasterSourceSpecification } from 'maplibre-gl'
import { OF_STREETS, type Drawn } from './drawn.ts'

const TILES = `${OF_STREETS}tiles`

/** Streets stay back: paler by day, darker by night, so that people and trouble stand out. */
const layer = (dark: boolean): RasterLayerSpecification => ({
  id: TILES,
  type: 'raster',
  source: TILES,
  paint: {
    'raster-saturation': -0.55,
    'raster-opacity': dark ? 0.6 : 0.8,
    'raster-brightness-max': dark ? 0.55 : 1,
    'raster-fade-duration': 0,
  },
})

/** Streets that are pictures; `url` has `{z}`, `{x}` and `{y}` in it. */
export const rasterStreets = (
  url: string,
  { dark }: { dark: boolean },
  extent: Pick<RasterSourceSpecification, 'minzoom' | 'maxzoom' | 'bounds'> = {},
): Drawn => ({
  // The size that most servers send.
  sources: { [TILES]: { type: 'raster', tiles: [url], tileSize: 256, ...extent } },
  layers: [layer(dark)],
})
