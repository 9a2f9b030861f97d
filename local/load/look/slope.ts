export interface Point {
  /** Seconds since the start. */
  s: number
  value: number
}

/** Of a shorter time nothing can be said. */
const LEAST_S = 300

/** How much something grows in an hour, by least squares over the last two thirds: the beginning is warming up. Null: too short. */
export const slopePerHour = (points: readonly Point[]): number | null => {
  const lastedS = (points.at(-1)?.s ?? 0) - (points[0]?.s ?? 0)
  if (lastedS < LEAST_S) return null
  const kept = points.slice(Math.floor(points.length / 3))
  const mean = (of: (point: Point) => number): number =>
    kept.reduce((sum, point) => sum + of(point), 0) / kept.length
  const [ms, mv] = [mean(({ s }) => s), mean(({ value }) => value)]
  const spread = kept.reduce((sum, { s }) => sum + (s - ms) ** 2, 0)
  if (kept.length < 3 || spread === 0) return 0
  const together = kept.reduce((sum, { s, value }) => sum + (s - ms) * (value - mv), 0)
  return Math.round((together / spread) * 3600 * 10) / 10
}
