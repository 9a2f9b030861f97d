import { together } from './together.ts'
import type { Roads } from './view.ts'

/** The bound: seconds on the road of each incident when all of the day are known at once. */
export const hindsightS = (incidents: number, roads: Roads): number[] => {
  const pairs = together([...Array(incidents).keys()], { roads, isFree: () => true, recent: () => [] })
  return [...pairs].map(([incident, volunteer]) => roads.travelS(incident, volunteer))
}
