import type { LngLatBoundsLike, Map as MapLibreMap, MapMovementEvent } from 'maplibre-gl'
import type { Point } from '#contracts/domain/place.ts'
import { ringsOf, type Areas } from './areas.ts'

const PADDING_PX = 16
/** Within the land that the basemap holds, so that no coast ends in a straight line. */
const around: LngLatBoundsLike = [
  [123.31, -10.49],
  [123.89, -10.01],
]
/** How far a person may go. */
export const limits = { maxBounds: around, maxZoom: 17 }

/** Travels with a movement that a person asked for by a button or a choice. */
const BY_PERSON = { byPerson: true }

/** Did a person move the map, by hand, by key or by a button? */
export const isByPerson = (event: MapMovementEvent): boolean =>
  Boolean(event.originalEvent) || ('byPerson' in event && event.byPerson === true)

const boundsOf = ({ features }: Areas['collection']): LngLatBoundsLike => {
  const corners = features.flatMap(ringsOf).flat()
  const lngs = corners.map(([lng = 0]) => lng)
  const lats = corners.map(([, lat = 0]) => lat)
  return [
    [Math.min(...lngs), Math.min(...lats)],
    [Math.max(...lngs), Math.max(...lats)],
  ]
}

/** All areas in view. */
export const showCity = (map: MapLibreMap, areas: Areas, animate = true): void => {
  map.fitBounds(boundsOf(areas.collection), { padding: PADDING_PX, animate })
}

export const zoomIn = (map: MapLibreMap): void => {
  map.zoomIn({}, BY_PERSON)
}
export const zoomOut = (map: MapLibreMap): void => {
  map.zoomOut({}, BY_PERSON)
}

/** Near enough to tell one street from the next. */
const NEAR_ZOOM = 14

/** Goes to a place that a person has named. */
export const goTo = (map: MapLibreMap, center: Point): void => {
  map.easeTo({ center, zoom: Math.max(map.getZoom(), NEAR_ZOOM) }, BY_PERSON)
}

/** Moves only when the point is out of sight: the map stays where a person has put it. */
export const bringIntoView = (map: MapLibreMap, point: Point): void => {
  const { x, y } = map.project(point)
  const { clientWidth, clientHeight } = map.getContainer()
  const margin = 2 * PADDING_PX
  const seen = x > margin && y > margin && x < clientWidth - margin && y < clientHeight - margin
  if (!seen) map.easeTo({ center: point }, BY_PERSON)
}
