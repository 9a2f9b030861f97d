import { whyNotNeed } from './filter.ts'
import type { Crowd } from './persons.ts'
import { isCheaper, type Pool } from './pool.ts'
import type { Prospect } from './prospect.ts'
import { type ReasonCode, tally } from './reasons.ts'
import type { OpenNeed } from './types.ts'

/** The pool of each need, from a look at every pair of incident and person. */
export const wholePool = (crowd: Crowd, look: (column: number) => Prospect | ReasonCode) => {
  const comers = crowd.persons.map(({ record }, column) => ({ record, found: look(column) }))

  return (need: OpenNeed): Pool => {
    const prospects: Prospect[] = []
    const byColumn = new Map<number, Prospect>()
    const unable: [number, ReasonCode][] = []
    for (const [column, { record, found }] of comers.entries()) {
      const fit = typeof found === 'string' ? found : (whyNotNeed(record, need) ?? found)
      if (typeof fit === 'string') unable.push([column, fit])
      else {
        prospects.push(fit)
        byColumn.set(column, fit)
      }
    }
    return {
      size: prospects.length,
      looked: () => comers.length,
      excluded: tally(
        unable.map(([, reason]) => reason),
        crowd.excluded,
      ),
      within: (ring) => prospects.filter((one) => one.ring <= ring),
      at: (column) => byColumn.get(column) ?? null,
      fits: (column) => byColumn.has(column),
      cheaperThan: (prospect) => prospects.filter((one) => isCheaper(one, prospect)).length,
      unable: () => unable,
      able: (ring) => prospects.map((one) => [one.column, one.ring <= ring] as const),
    }
  }
}
