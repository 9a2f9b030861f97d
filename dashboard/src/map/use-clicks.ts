import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { useEffect } from 'react'
import type { Point } from '#contracts/domain/place.ts'
import { INCIDENTS } from './layers/incidents.ts'
import type { Position } from '#contracts/domain/zone/ring.ts'
import { gripAt } from './grips.ts'
import type { Movers } from './movers/overlay.ts'

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

/** The id of the incident drawn nearest to a point of the screen, or undefined. */
const incidentAt = (map: MapLibreMap, { x, y }: OnScreen): string | undefined => {
  const found = map.queryRenderedFeatures(
    [
      [x - REACH_PX, y - REACH_PX],
      [x + REACH_PX, y + REACH_PX],
    ],
    { layers: [INCIDENTS] },
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

/** A dot is as wide as this around its middle. */
export const DOT_PX = 10

interface Clicks {
  movers: Movers | null
  /** Corners that a person may take hold of: a click on one is no point. */
  grips: readonly Position[]
  onSelect: (id: string) => void
  onVolunteer: ((id: string) => void) | undefined
  /** While it is given, a click is a point and selects nothing. */
  onPick: ((point: Point) => void) | undefined
}

export const useClicks = (
  map: MapLibreMap | null,
  { movers, grips, onSelect, onVolunteer, onPick }: Clicks,
): void => {
  useEffect(() => {
    if (map === null) return undefined
    const click = ({ point, lngLat }: MapMouseEvent): void => {
      if (onPick !== undefined) {
        if (gripAt(map, grips, point) === null) onPick(pointOf(lngLat))
        return
      }
      const id = incidentAt(map, point)
      if (id !== undefined) return onSelect(id)
      const volunteer = movers?.at(point, DOT_PX)
      if (volunteer !== undefined) onVolunteer?.(volunteer.id)
    }
    const canvas = map.getCanvas()
    // By keyboard the middle of the map is the point: arrows move it, Enter takes it.
    const key = (event: KeyboardEvent): void => {
      // With Ctrl or Cmd it sends the form that the map stands in.
      if (onPick === undefined || event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      onPick(pointOf(map.getCenter()))
    }
    canvas.addEventListener('keydown', key)
    const hover = ({ point }: MapMouseEvent): void => {
      // While a point is asked for the cursor is not ours: corners may be held.
      if (onPick !== undefined) return
      const isVolunteer = (): boolean => onVolunteer !== undefined && movers?.at(point, DOT_PX) !== undefined
      const hand = incidentAt(map, point) !== undefined || isVolunteer()
      map.getCanvas().style.cursor = hand ? 'pointer' : ''
    }
    const subscriptions = [map.on('click', click), map.on('mousemove', hover)]
    return () => {
      canvas.removeEventListener('keydown', key)
      for (const subscription of subscriptions) subscription.unsubscribe()
    }
  }, [map, movers, grips, onSelect, onVolunteer, onPick])
}
