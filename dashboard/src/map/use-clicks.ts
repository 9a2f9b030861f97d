import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { useEffect } from 'react'
import type { Point } from '#contracts/domain/place.ts'
import { INCIDENTS } from './layers/incidents.ts'
import { volunteerLayerIds } from './layers/volunteers.ts'

interface OnScreen {
  x: number
  y: number
}

/** A thumb may miss by this much. */
const REACH_PX = 14
const DECIMALS = 5

export const pointOf = ({ lng, lat }: { lng: number; lat: number }): Point => ({
  lat: Number(lat.toFixed(DECIMALS)),
  lng: Number(lng.toFixed(DECIMALS)),
})

/** The id of what is drawn nearest to a point of the screen in these layers, or undefined. */
const nearestIn = (
  map: MapLibreMap,
  layers: string[],
  { x, y }: OnScreen,
  reach: number,
): string | undefined => {
  const found = map.queryRenderedFeatures(
    [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ],
    { layers },
  )
  const [nearest] = found
    .flatMap(({ geometry, properties }) => {
      if (geometry.type !== 'Point') return []
      const [lng = 0, lat = 0] = geometry.coordinates
      const at = map.project([lng, lat])
      return [{ id: String(properties['id']), distance: Math.hypot(at.x - x, at.y - y) }]
    })
    .sort((a, b) => a.distance - b.distance)
  return nearest?.id
}

const incidentAt = (map: MapLibreMap, point: OnScreen): string | undefined =>
  nearestIn(map, [INCIDENTS], point, REACH_PX)

/** The volunteer under a point of the screen. */
export const volunteerAt = (map: MapLibreMap, point: OnScreen): string | undefined =>
  nearestIn(map, volunteerLayerIds, point, 2)

interface Clicks {
  onSelect: (id: string) => void
  onVolunteer: ((id: string) => void) | undefined
  /** While it is given, a click is a point and selects nothing. */
  onPick: ((point: Point) => void) | undefined
}

export const useClicks = (map: MapLibreMap | null, { onSelect, onVolunteer, onPick }: Clicks): void => {
  useEffect(() => {
    if (map === null) return undefined
    const click = ({ point, lngLat }: MapMouseEvent): void => {
      if (onPick !== undefined) return onPick(pointOf(lngLat))
      const id = incidentAt(map, point)
      if (id !== undefined) return onSelect(id)
      const volunteerId = volunteerAt(map, point)
      if (volunteerId !== undefined) onVolunteer?.(volunteerId)
    }
    const canvas = map.getCanvas()
    // By keyboard the middle of the map is the point: arrows move it, Enter takes it.
    const key = (event: KeyboardEvent): void => {
      if (onPick === undefined || event.key !== 'Enter') return
      event.preventDefault()
      onPick(pointOf(map.getCenter()))
    }
    canvas.addEventListener('keydown', key)
    const hover = ({ point }: MapMouseEvent): void => {
      const hand = onPick === undefined && incidentAt(map, point) !== undefined
      map.getCanvas().style.cursor = hand ? 'pointer' : ''
    }
    const subscriptions = [map.on('click', click), map.on('mousemove', hover)]
    return () => {
      canvas.removeEventListener('keydown', key)
      for (const subscription of subscriptions) subscription.unsubscribe()
    }
  }, [map, onSelect, onVolunteer, onPick])
}
