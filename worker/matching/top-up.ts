import { type Allotment, withMore } from './allotment.ts'
import { comingOf, setOf } from './asking.ts'
import { type Frame, frameFor } from './frame.ts'
import { NOBODY } from './pool.ts'
import type { Search } from './search.ts'

/**
 * Whoever had to leave somebody of his set to another search asks more people instead, as far as they are worth it: the most
 * urgent first, from those whom nobody asks.
 */
export const topUp = (
  searches: readonly Search[],
  allotments: readonly Allotment[],
  frame: Frame,
): Allotment[] => {
  const taken = new Set(allotments.flatMap(({ chosen }) => chosen.map(({ column }) => column)))
  return allotments.map((allotment, i) => {
    const search = searches[i]
    const { preferred, pool = NOBODY } = search ?? {}
    if (!search || !preferred || preferred.chosen.every((prospect) => allotment.chosen.includes(prospect)))
      return allotment
    const { pending, held, wish } = preferred.asking
    const own = frameFor(search.incident, frame)
    const asked = [...pending, ...allotment.chosen.map((prospect) => comingOf(prospect, own.habits))]
    const free = (ring: number) => pool.within(ring).filter(({ column }) => !taken.has(column))
    const asking = { pending: asked, held: held + allotment.chosen.length, wish }
    const { ring, chosen } = setOf(free, asking, allotment.ring, own)
    if (chosen.length === 0) return allotment
    const more = chosen.map(({ option }) => option.prospect)
    for (const { column } of more) taken.add(column)
    return withMore(allotment, { ring, chosen: more })
  })
}
