import type { RasterLayerSpecification, RasterSourceSpecification } from 'maplibre-gl'

export const STREETS = 'streets'

/** Tiles of the size that most servers send. */
export const streetSource = ({ url }: { url: string }): RasterSourceSpecification => ({
  type: 'raster',
  tiles: [url],
  tileSize: 256,
})

/** Streets stay back: paler by day, darker by night, so that people and trouble stand out. */
export const streetLayer = (dark: boolean): RasterLayerSpecification => ({
  id: STREETS,
  type: 'raster',
  source: STREETS,
  paint: {
    'raster-saturation': -0.55,
    'raster-opacity': dark ? 0.6 : 0.8,
    'raster-brightness-max': dark ? 0.55 : 1,
    'raster-fade-duration': 0,
  },
})
