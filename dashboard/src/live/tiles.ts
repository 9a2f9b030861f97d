import type { Point } from '#contracts/domain/place.ts'
import { TILE_DEG, tileOf } from '#contracts/wire/live.ts'

/** Whoever is on his way from the next regency counts too. */
const MARGIN_TILES = 6

/** From the lowest to the highest of these, with a margin, tile by tile. */
const steps = (values: readonly number[]): number[] => {
  const from = Math.floor(Math.min(...values) / TILE_DEG) - MARGIN_TILES
  const to = Math.floor(Math.max(...values) / TILE_DEG) + MARGIN_TILES
  return Array.from({ length: to - from + 1 }, (_, step) => (from + step + 0.5) * TILE_DEG)
}

/** All tiles of the city: it is small enough to be watched as a whole. */
export const tilesAround = (points: readonly Point[]): string[] => {
  const lngs = steps(points.map(({ lng }) => lng))
  return steps(points.map(({ lat }) => lat)).flatMap((lat) => lngs.map((lng) => tileOf(lat, lng)))
}
