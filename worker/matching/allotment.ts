import type { Prospect } from './prospect.ts'
import type { Search } from './search.ts'

/** What one search got: the ring it came to and the prospects to ask, cheapest first. */
export interface Allotment {
  ring: number
  chosen: Prospect[]
}

export const cheapest = (a: Prospect, b: Prospect): number =>
  a.cost.weighted - b.cost.weighted || a.column - b.column

/** The sets worth asking as they are; null when somebody is in two of them, or a search has no such set. */
export const disjoint = (searches: readonly Search[]): Allotment[] | null => {
  const taken = new Set<number>()
  const allotments: Allotment[] = []
  for (const { preferred } of searches) {
    if (preferred === null) return null
    for (const { column } of preferred.chosen) {
      if (taken.has(column)) return null
      taken.add(column)
    }
    allotments.push({ ring: preferred.ring, chosen: preferred.chosen.toSorted(cheapest) })
  }
  return allotments
}

/** Both together, cheapest first. */
export const withMore = (
  { ring, chosen }: Allotment,
  more: { ring: number; chosen: readonly Prospect[] },
): Allotment => ({ ring: Math.max(ring, more.ring), chosen: [...chosen, ...more.chosen].sort(cheapest) })
