import type { Point } from '#contracts/domain/place.ts'

/** The world at zoom 0 in CSS pixels, as MapLibre has it. */
const WORLD_PX = 512

/** A place of the Mercator world, whose side is 1; y grows to the south. */
export interface Flat {
  x: number
  y: number
}

export const flatten = ({ lat, lng }: Point): Flat => {
  const north = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))
  return { x: (lng + 180) / 360, y: 0.5 - north / (2 * Math.PI) }
}

/** CSS pixels across the whole world at this zoom. */
export const worldPx = (zoom: number): number => WORLD_PX * 2 ** zoom
