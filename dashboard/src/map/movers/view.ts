import type { Map as MapLibreMap } from 'maplibre-gl'
import { flatten, worldPx } from '../mercator.ts'
import { ORIGIN } from './columns.ts'

/** What of the city is on the screen. The map is never turned or tilted. */
export interface View {
  /** Upper left corner in the Mercator world, from `ORIGIN`. */
  left: number
  top: number
  /** Pixels of the device across the whole world. */
  side: number
  /** Of the picture, in pixels of the device. */
  width: number
  height: number
}

export const viewOf = (map: MapLibreMap): View => {
  const ratio = map.getPixelRatio()
  const { clientWidth, clientHeight } = map.getContainer()
  const side = worldPx(map.getZoom()) * ratio
  const { x, y } = flatten(map.getCenter())
  const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)]
  return { left: x - ORIGIN.x - width / 2 / side, top: y - ORIGIN.y - height / 2 / side, side, width, height }
}

/** How a picture of one view lies in another, as CSS has it, from its upper left corner. */
export const placing = (from: View, to: View, ratio: number): string => {
  const [right, down] = [from.left - to.left, from.top - to.top].map((by) => (by * to.side) / ratio)
  return `translate(${String(right)}px, ${String(down)}px) scale(${String(to.side / from.side)})`
}
