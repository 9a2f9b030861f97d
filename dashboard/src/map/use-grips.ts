import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { Point } from '#contracts/domain/place.ts'
import type { Position } from '#contracts/domain/zone/ring.ts'
import { gripAt, MOUSE_PX, THUMB_PX } from './grips.ts'
import { pointOf } from './use-clicks.ts'

/** Lets a person drag the corners of what is drawn. The first and the last one of a closed outline are the same. */
export const useGrips = (
  map: MapLibreMap | null,
  corners: readonly Position[],
  onMove: ((index: number, point: Point) => void) | undefined,
): void => {
  const latest = useRef(corners)
  useEffect(() => {
    latest.current = corners
  }, [corners])
  useEffect(() => {
    if (map === null || onMove === undefined) return undefined
    let held: number | null = null
    const canvas = map.getCanvas()
    const take = (event: MapMouseEvent | MapTouchEvent, reach: number): void => {
      held = gripAt(map, latest.current, event.point, reach)
      // Else the map itself would be dragged.
      if (held !== null) event.preventDefault()
    }
    const drag = ({ lngLat, point }: MapMouseEvent | MapTouchEvent): void => {
      if (held !== null) return onMove(held, pointOf(lngLat))
      canvas.style.cursor = gripAt(map, latest.current, point) === null ? '' : 'grab'
    }
    const leave = (): void => {
      held = null
    }
    const subscriptions = [
      map.on('mousedown', (event) => take(event, MOUSE_PX)),
      map.on('touchstart', (event) => take(event, THUMB_PX)),
      map.on('mousemove', drag),
      map.on('touchmove', drag),
      map.on('mouseup', leave),
      map.on('touchend', leave),
      map.on('touchcancel', leave),
    ]
    return () => {
      for (const subscription of subscriptions) subscription.unsubscribe()
    }
  }, [map, onMove])
}
