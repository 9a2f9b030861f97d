import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Position } from '#contracts/domain/zone/ring.ts'

/** A corner is taken hold of within this many pixels; a thumb needs more than a mouse. */
export const MOUSE_PX = 10
export const THUMB_PX = 22

/** The number of the corner at a point of the screen, or null. */
export const gripAt = (
  map: MapLibreMap,
  corners: readonly Position[],
  at: { x: number; y: number },
  reach = MOUSE_PX,
): number | null => {
  const near = corners
    .map((corner, index) => {
      const { x, y } = map.project(corner)
      return { index, distance: Math.hypot(x - at.x, y - at.y) }
    })
    .filter(({ distance }) => distance <= reach)
    .sort((a, b) => a.distance - b.distance)
  return near[0]?.index ?? null
}
