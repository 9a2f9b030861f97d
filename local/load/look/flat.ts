import { keptOf, medianOf, slopePerHour, type Point } from './slope.ts'

/** What may not grow while the load stays the same, and how much of it in an hour counts as nothing. */
const floors: readonly { ends: string; perHour: number }[] = [
  { ends: ' heap MB after a sweep', perHour: 12 },
  { ends: ' descriptors', perHour: 20 },
  { ends: 'redis keys', perHour: 500 },
]
/** And this share of what there is. */
const SHARE_PER_HOUR = 0.2

/** The crowd is the harness itself; what a process holds between two sweeps, and what MongoDB keeps, is meant to grow. */
const floorOf = (name: string): number | null =>
  name.startsWith('crowd') ? null : (floors.find(({ ends }) => name.endsWith(ends))?.perHour ?? null)

export interface Flatness {
  /** False: too short to say. */
  judged: boolean
  /** What grows, in words; empty: nothing does. */
  why: string[]
}

/** Do memory, descriptors and keys stay as they are over the last two thirds of a run? */
export const flatness = (series: ReadonlyMap<string, readonly Point[]>): Flatness => {
  const judged = [...series].flatMap(([name, points]) => {
    const [floor, slope, kept] = [floorOf(name), slopePerHour(points), keptOf(points)]
    if (floor === null || slope === null || kept === null) return []
    const most = Math.max(floor, SHARE_PER_HOUR * medianOf(kept.map(({ value }) => value)))
    return [{ name, slope, most: Math.round(most) }]
  })
  return {
    judged: judged.length > 0,
    why: judged
      .filter(({ slope, most }) => slope > most)
      .map(({ name, slope, most }) => `${name} grow by ${slope} an hour, at most ${most} may be`),
  }
}
