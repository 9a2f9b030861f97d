import { z } from 'zod'
import type { Point } from '../place.ts'

/** A place in the order of GeoJSON: longitude, latitude, in WGS 84 degrees. */
export const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
export type Position = z.infer<typeof Position>

/** Corners of a ring at most, the closing one too; a circle is drawn with 33. */
export const MAX_CORNERS = 101
/** No zone is thinner than about a metre: it would have no inside. */
const LEAST_AREA = 1e-10

type Edge = readonly [Position, Position]
const edgesOf = (ring: readonly Position[]): Edge[] =>
  ring.slice(1).map((corner, i): Edge => [ring[i] ?? corner, corner])

/** On which side of the line from a to b the place lies: positive left, negative right, 0 on it. */
const side = ([ax, ay]: Position, [bx, by]: Position, [x, y]: Position): number =>
  (bx - ax) * (y - ay) - (by - ay) * (x - ax)

const isBetween = ([ax, ay]: Position, [bx, by]: Position, [x, y]: Position): boolean =>
  Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by)

const isOn = ([a, b]: Edge, place: Position): boolean => side(a, b, place) === 0 && isBetween(a, b, place)

/** Both on one side of a line, and neither on it. */
const apart = (s: number, t: number): boolean => (s > 0 && t > 0) || (s < 0 && t < 0)

/** Whether two straight lines share a place, touching included. Degrees as a plane: right for a city. */
const meet = (one: Edge, other: Edge): boolean => {
  const [a, b] = one
  const [c, d] = other
  if (apart(side(a, b, c), side(a, b, d)) || apart(side(c, d, a), side(c, d, b))) return false
  const isFlat = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)].every((value) => value === 0)
  return !isFlat || isOn(one, c) || isOn(one, d) || isOn(other, a) || isOn(other, b)
}

const isClosed = (ring: readonly Position[]): boolean => {
  const [first, last] = [ring[0], ring.at(-1)]
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
}

const areaOf = (ring: readonly Position[]): number =>
  Math.abs(edgesOf(ring).reduce((sum, [[ax, ay], [bx, by]]) => sum + ax * by - bx * ay, 0)) / 2

/** No two edges meet but neighbours, and those in their common corner only. */
const isSimple = (ring: readonly Position[]): boolean => {
  const edges = edgesOf(ring)
  return edges.every((edge, i) =>
    edges.slice(i + 1).every((other, after) => {
      const j = i + 1 + after
      const isNext = j === i + 1
      const isAround = i === 0 && j === edges.length - 1
      if (!isNext && !isAround) return !meet(edge, other)
      // Neighbours share a corner; where one folds back upon the other, its far end lies on it.
      return isNext
        ? !isOn(edge, other[1]) && !isOn(other, edge[0])
        : !isOn(edge, other[0]) && !isOn(other, edge[1])
    }),
  )
}

/** A closed ring that does not cross itself: the outer ring of a GeoJSON polygon, in either direction. */
export const Ring = z
  .array(Position)
  .min(4, 'a ring has three corners and the first again')
  .max(MAX_CORNERS, `a ring has ${MAX_CORNERS} positions at most`)
  .refine(isClosed, 'the ring is not closed: its last position must be its first')
  .refine((ring) => areaOf(ring) >= LEAST_AREA, 'the ring has no inside')
  .refine(isSimple, 'the ring crosses or touches itself')
export type Ring = z.infer<typeof Ring>

const positionOf = ({ lat, lng }: Point): Position => [lng, lat]

/** Whether a place lies inside; on the edge counts as inside. */
export const isWithin = (point: Point, ring: readonly Position[]): boolean => {
  const place = positionOf(point)
  const [x, y] = place
  let isInside = false
  for (const edge of edgesOf(ring)) {
    if (isOn(edge, place)) return true
    const [[ax, ay], [bx, by]] = edge
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside
  }
  return isInside
}

/** Whether the straight way between two places enters the ring, or begins or ends in it. */
export const isCrossed = (from: Point, to: Point, ring: readonly Position[]): boolean => {
  const way: Edge = [positionOf(from), positionOf(to)]
  return edgesOf(ring).some((edge) => meet(way, edge)) || isWithin(from, ring)
}

const DEGREE_M = 111_320
const ROUND_CORNERS = 32

/** A circle as a ring of 32 corners, counter-clockwise, with `radiusM` metres to each. */
export const circle = ({ lat, lng }: Point, radiusM: number): Position[] => {
  const lngM = DEGREE_M * Math.cos((lat * Math.PI) / 180)
  const corners = Array.from({ length: ROUND_CORNERS }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / ROUND_CORNERS
    return [
      Number((lng + (radiusM * Math.cos(angle)) / lngM).toFixed(6)),
      Number((lat + (radiusM * Math.sin(angle)) / DEGREE_M).toFixed(6)),
    ]
  })
  return [...corners, ...corners.slice(0, 1)]
}
