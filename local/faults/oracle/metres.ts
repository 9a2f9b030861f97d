const DEGREE_M = 111_320

interface Point {
  lat: number
  lng: number
}

/** How far apart two places of one city lie, in metres; flat, which is right to a metre there. */
export const metresBetween = (a: Point, b: Point): number =>
  Math.hypot(a.lat - b.lat, (a.lng - b.lng) * Math.cos((a.lat * Math.PI) / 180)) * DEGREE_M
