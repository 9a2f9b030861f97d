import type { ErrorEvent, Map as MapLibreMap, MapSourceDataEvent } from 'maplibre-gl'
import { BELOW_LINES } from '../style.ts'
import { OF_STREETS, type Drawn } from './drawn.ts'

/** So many tiles in a row that do not come: the source has failed, not a single tile. */
const FAILURES = 3

const isOfStreets = (event: object): boolean =>
  'sourceId' in event && typeof event.sourceId === 'string' && event.sourceId.startsWith(OF_STREETS)

const addTo = (map: MapLibreMap, { sources, layers }: Drawn): void => {
  for (const [id, source] of Object.entries(sources)) map.addSource(id, source)
  for (const layer of layers) map.addLayer(layer, BELOW_LINES)
}

const eraseFrom = (map: MapLibreMap, { sources, layers }: Drawn): void => {
  for (const { id } of layers) if (map.getLayer(id)) map.removeLayer(id)
  for (const id of Object.keys(sources)) if (map.getSource(id)) map.removeSource(id)
}

/** Draws the streets between the land and the boundaries. When they do not come it erases them, once, and calls `onFailure`. */
export const drawStreets = (map: MapLibreMap, drawn: Drawn, onFailure: () => void): (() => void) => {
  let failures = 0
  const fail = (): void => {
    end()
    eraseFrom(map, drawn)
    onFailure()
  }
  const subscriptions = [
    map.on('error', (event: ErrorEvent) => {
      if (!isOfStreets(event)) return
      failures += 1
      // Without a tile it is the source itself: nobody tells where its tiles are.
      if (failures === FAILURES || !('tile' in event)) fail()
    }),
    map.on('sourcedata', (event: MapSourceDataEvent) => {
      if (isOfStreets(event) && event.tile !== undefined) failures = 0
    }),
  ]
  const end = (): void => {
    for (const subscription of subscriptions) subscription.unsubscribe()
  }
  addTo(map, drawn)
  // MapLibre takes no source that it does not understand.
  if (Object.keys(drawn.sources).some((id) => map.getSource(id) === undefined)) fail()
  return end
}
