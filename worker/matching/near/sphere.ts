/** Mean earth radius in metres, as in contracts/domain/place.ts. */
export const EARTH_RADIUS_M = 6_371_008.8
export const RADIANS = Math.PI / 180

/** Writes the point as x, y, z in metres from the earth's centre. Straight lines between such points rank as arcs do. */
export const writeXyz = (lat: number, lng: number, xyz: Float64Array, at: number): void => {
  const flat = Math.cos(lat * RADIANS) * EARTH_RADIUS_M
  xyz[at] = flat * Math.cos(lng * RADIANS)
  xyz[at + 1] = flat * Math.sin(lng * RADIANS)
  xyz[at + 2] = EARTH_RADIUS_M * Math.sin(lat * RADIANS)
}

/** The length of the arc over a straight line of `chordM` metres: the great-circle distance. */
export const arcM = (chordM: number): number =>
  2 * EARTH_RADIUS_M * Math.asin(Math.min(1, chordM / (2 * EARTH_RADIUS_M)))

// The series stop short of the sine, so that the bounds hold; no angle beyond a right one is needed.
const sineAtLeast = (angle: number): number => {
  const least = Math.min(angle, Math.PI / 2)
  return least - (least * least * least) / 6
}

// Rounding in the coordinates stays far below a micrometre at this size.
const ROUNDING_M = 1e-6

/** No point whose latitude differs by `degrees` or more is nearer than this, in metres of straight line. */
export const chordAcrossLatitudes = (degrees: number): number =>
  2 * EARTH_RADIUS_M * sineAtLeast((degrees * RADIANS) / 2) - ROUNDING_M

/** The same for a longitude that differs by `degrees` or more: the way to the meridian's plane. */
export const chordAcrossLongitudes = (degrees: number, cosLatitude: number): number =>
  EARTH_RADIUS_M * cosLatitude * sineAtLeast(degrees * RADIANS) - ROUNDING_M
