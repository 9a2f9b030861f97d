import type { LngLatBoundsLike, Map as MapLibreMap } from 'maplibre-gl'
import { estimatedAreas, ringsOf } from './areas.ts'

const corners = estimatedAreas.collection.features.flatMap(ringsOf).flat()
const lngs = corners.map(([lng = 0]) => lng)
const lats = corners.map(([, lat = 0]) => lat)

const city: LngLatBoundsLike = [
  [Math.min(...lngs), Math.min(...lats)],
  [Math.max(...lngs), Math.max(...lats)],
]
/** Within the land that the basemap holds, so that no coast ends in a straight line. */
const around: LngLatBoundsLike = [
  [123.31, -10.49],
  [123.89, -10.01],
]
const PADDING_PX = 16
const MAX_ZOOM = 17

/** Where a map begins and how far it may go. */
export const cityCamera = {
  bounds: city,
  fitBoundsOptions: { padding: PADDING_PX },
  maxBounds: around,
  maxZoom: MAX_ZOOM,
}

export const showCity = (map: MapLibreMap): void => {
  map.fitBounds(city, { padding: PADDING_PX })
}

/** Moves only when the point is out of sight: the map stays where a person has put it. */
export const bringIntoView = (map: MapLibreMap, point: { lng: number; lat: number }): void => {
  const { x, y } = map.project(point)
  const { clientWidth, clientHeight } = map.getContainer()
  const margin = 2 * PADDING_PX
  const seen = x > margin && y > margin && x < clientWidth - margin && y < clientHeight - margin
  if (!seen) map.easeTo({ center: point })
}
