import { type Allotment, cheapest } from './allotment.ts'
import type { Prospect } from './prospect.ts'
import type { Search } from './search.ts'
import type { OpenNeed } from './types.ts'

/** Nobody has counted it: whoever said yes a little while ago will most likely say it again. */
const MOST_LIKELY = 0.9

export const chanceOfReady = (usual: number): number => Math.max(usual, MOST_LIKELY)

/** Of those who stand by, as many as there are slots: the nearest of them. */
export const readyOf = (ready: readonly Prospect[], { openSlots }: Pick<OpenNeed, 'openSlots'>): Prospect[] =>
  ready.toSorted(cheapest).slice(0, openSlots)

/**
 * Whoever stands by for an incident is asked before others are, though they be nearer, unless another need takes him: he
 * takes the place of the dearest of them.
 */
export const readyFirst = (searches: readonly Search[], allotments: readonly Allotment[]): Allotment[] => {
  const taken = new Set(allotments.flatMap(({ chosen }) => chosen.map(({ column }) => column)))
  return allotments.map((allotment, i) => {
    const search = searches[i]
    const ready = search === undefined ? [] : readyOf(search.ready, search.need)
    const missing = ready.filter(({ column }) => !taken.has(column))
    if (missing.length === 0) return allotment
    const first = allotment.chosen.filter(({ isReady }) => isReady)
    const others = allotment.chosen.filter(({ isReady }) => !isReady)
    const places = Math.min(missing.length, others.length)
    const asked = missing.slice(0, places)
    for (const { column } of asked) taken.add(column)
    const kept = others.slice(0, others.length - places)
    return { ...allotment, chosen: [...first, ...asked, ...kept].sort(cheapest) }
  })
}
