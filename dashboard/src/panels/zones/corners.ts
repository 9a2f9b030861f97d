import type { Point } from '#contracts/domain/place.ts'

/** How far a point lies from the straight line between two others, squared, in degrees: enough to compare edges of one zone. */
const squareFrom = (point: Point, from: Point, to: Point): number => {
  const [dx, dy] = [to.lng - from.lng, to.lat - from.lat]
  const length = dx ** 2 + dy ** 2
  const along = length === 0 ? 0 : ((point.lng - from.lng) * dx + (point.lat - from.lat) * dy) / length
  const at = Math.min(1, Math.max(0, along))
  return (from.lng + at * dx - point.lng) ** 2 + (from.lat + at * dy - point.lat) ** 2
}

/** One more corner in the edge that it lies nearest to. */
export const inserted = (corners: readonly Point[], point: Point): Point[] => {
  const squares = corners.map((from, index) =>
    squareFrom(point, from, corners[(index + 1) % corners.length] ?? from),
  )
  const edge = squares.indexOf(Math.min(...squares))
  return corners.toSpliced(edge + 1, 0, point)
}

/** `index` counts the corners of the closed outline, whose last is its first. */
export const movedCorner = (corners: readonly Point[], index: number, point: Point): Point[] =>
  corners.length === 0 ? [] : corners.with(index % corners.length, point)

export const withoutCorner = (corners: readonly Point[], index: number): Point[] =>
  corners.toSpliced(index, 1)
