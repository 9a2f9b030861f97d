export interface Point {
  /** Seconds since the start. */
  s: number
  value: number
}

/** Of a shorter time nothing can be said. */
export const LEAST_S = 300
const LEAST_POINTS = 4

/** The middle one; 0 of nothing. */
export const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const [below = 0, above = 0] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.floor(sorted.length / 2)],
  ]
  return (below + above) / 2
}

/** The beginning is warming up: what comes after a third of the time. Null: too short, or too few looks. */
export const keptOf = (points: readonly Point[]): Point[] | null => {
  const [firstS, lastS] = [points[0]?.s ?? 0, points.at(-1)?.s ?? 0]
  if (lastS - firstS < LEAST_S) return null
  const kept = points.filter(({ s }) => s >= firstS + (lastS - firstS) / 3)
  return kept.length < LEAST_POINTS ? null : kept
}

/** How much something grows in an hour over the last two thirds: the median of the slopes between any two looks (Theil and Sen), so that single peaks say nothing. */
export const slopePerHour = (points: readonly Point[]): number | null => {
  const kept = keptOf(points)
  if (kept === null) return null
  const slopes = kept.flatMap(({ s, value }, i) =>
    kept.slice(i + 1).flatMap((later) => (later.s > s ? (later.value - value) / (later.s - s) : [])),
  )
  return Math.round(medianOf(slopes) * 3600 * 10) / 10
}
