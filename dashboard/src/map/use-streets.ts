import type { ErrorEvent, Map as MapLibreMap, MapSourceDataEvent } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { streetLayer, streetSource, STREETS } from './layers/streets.ts'
import { BELOW_LINES } from './style.ts'
import { useStreetsFile, type Streets } from './streets-file.ts'

/** So many tiles in a row that do not come: the source has failed, not a single tile. */
const FAILURES = 3

const isOfStreets = (event: object): boolean => 'sourceId' in event && event.sourceId === STREETS

/** Draws the streets between the land and the boundaries. Calls `onFailure` when they do not come. */
const drawStreets = (map: MapLibreMap, streets: Streets, onFailure: () => void): (() => void) => {
  let failures = 0
  map.addSource(STREETS, streetSource(streets))
  map.addLayer(streetLayer(document.documentElement.dataset['theme'] === 'dark'), BELOW_LINES)
  const subscriptions = [
    map.on('error', (event: ErrorEvent) => {
      if (!isOfStreets(event)) return
      failures += 1
      if (failures === FAILURES) onFailure()
    }),
    map.on('sourcedata', (event: MapSourceDataEvent) => {
      if (isOfStreets(event) && event.tile !== undefined) failures = 0
    }),
  ]
  return () => {
    for (const subscription of subscriptions) subscription.unsubscribe()
  }
}

/** The street layer of the agency, if it configured one. When it fails the built-in map is all there is, and the screen has to say so. */
export const useStreets = (map: MapLibreMap | null) => {
  const streets = useStreetsFile()
  const [failedOn, setFailedOn] = useState<MapLibreMap | null>(null)
  const hasFailed = map !== null && failedOn === map
  useEffect(() => {
    if (map === null || streets === null || hasFailed) return undefined
    const end = drawStreets(map, streets, () => {
      map.removeLayer(STREETS)
      map.removeSource(STREETS)
      setFailedOn(map)
    })
    return end
  }, [map, streets, hasFailed])
  return {
    attribution: streets === null || hasFailed ? null : streets.attribution,
    hasFailed,
    retry: (): void => setFailedOn(null),
  }
}
