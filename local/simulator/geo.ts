/** WGS 84 degrees. */
export interface Point {
  lat: number
  lng: number
}

const DEGREE_M = 111_195
const rad = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres east and north from `a` to `b`, on a plane: good within a city. */
const offset = (a: Point, b: Point): { east: number; north: number } => ({
  east: (b.lng - a.lng) * DEGREE_M * Math.cos(rad((a.lat + b.lat) / 2)),
  north: (b.lat - a.lat) * DEGREE_M,
})

export const metresBetween = (a: Point, b: Point): number => {
  const { east, north } = offset(a, b)
  return Math.hypot(east, north)
}

/** Compass degrees from `a` to `b`, in [0, 360). */
export const headingDeg = (a: Point, b: Point): number => {
  const { east, north } = offset(a, b)
  return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360
}

/** The point at `share` (0 to 1) of the straight way. */
export const partOfWay = (a: Point, b: Point, share: number): Point => ({
  lat: a.lat + (b.lat - a.lat) * share,
  lng: a.lng + (b.lng - a.lng) * share,
})

/** The point so many metres east and north of `a`. */
export const metresAway = (a: Point, { east, north }: { east: number; north: number }): Point => ({
  lat: a.lat + north / DEGREE_M,
  lng: a.lng + east / (DEGREE_M * Math.cos(rad(a.lat))),
})

/** A point beside the middle of the way, so that going through it is `detour` times as long; `side` is 1 or -1. */
export const beside = (a: Point, b: Point, detour: number, side: 1 | -1): Point => {
  const { east, north } = offset(a, b)
  const share = (side * Math.sqrt(detour ** 2 - 1)) / 2
  return metresAway(partOfWay(a, b, 0.5), { east: -north * share, north: east * share })
}
