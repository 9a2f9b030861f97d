/** Longitude and latitude in degrees, or east and north in metres. */
export type Pair = [number, number]
export type Ring = Pair[]

export interface Box {
  west: number
  south: number
  east: number
  north: number
}

/** Metres per degree of latitude. */
const DEGREE_M = 111_320

/** A plane in metres around a point; good to a few per mille over a city. */
export const planeAround = ([lng0, lat0]: Pair) => {
  const lngM = DEGREE_M * Math.cos((lat0 * Math.PI) / 180)
  return {
    to: ([lng, lat]: Pair): Pair => [(lng - lng0) * lngM, (lat - lat0) * DEGREE_M],
    from: ([east, north]: Pair): Pair => [lng0 + east / lngM, lat0 + north / DEGREE_M],
  }
}

export const ringOfBox = ({ west, south, east, north }: Box): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]

/** A circle as a ring of `corners` corners. */
export const disc = ([x, y]: Pair, radius: number, corners = 32): Ring =>
  Array.from({ length: corners }, (_, step): Pair => {
    const angle = (step * 2 * Math.PI) / corners
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })

/** Is the point within the ring? Even-odd rule. */
export const isWithin = ([x, y]: Pair, ring: Ring): boolean =>
  ring.reduce((within, [x1, y1], index) => {
    const [x2, y2] = ring.at(index - 1) ?? [x1, y1]
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !within : within
  }, false)

const distanceToLine = ([x, y]: Pair, [x1, y1]: Pair, [x2, y2]: Pair): number => {
  const length = Math.hypot(x2 - x1, y2 - y1)
  if (length === 0) return Math.hypot(x - x1, y - y1)
  return Math.abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length
}

/** Leaves out what changes a line by less than `tolerance` (Douglas and Peucker); both ends stay. */
export const simplified = (line: Ring, tolerance: number): Ring => {
  const [first, last] = [line[0], line.at(-1)]
  if (first === undefined || last === undefined || line.length < 3) return line
  const off = line.map((point) => distanceToLine(point, first, last))
  const farthest = off.reduce((best, distance, index) => (distance > (off[best] ?? 0) ? index : best), 0)
  if ((off[farthest] ?? 0) <= tolerance) return [first, last]
  const before = simplified(line.slice(0, farthest + 1), tolerance)
  return [...before.slice(0, -1), ...simplified(line.slice(farthest), tolerance)]
}
