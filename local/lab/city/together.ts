import { type Problem, UNSERVED } from '../../../worker/matching/problem.ts'
import { solve } from '../../../worker/matching/solver.ts'
import type { CityView } from './view.ts'

/** Nobody may go without: dearer than any way across the city. */
const UNSERVED_MS = 1e9

const FIRST_NEAR = 20

/**
 * The assignment of least travel of all open incidents, exactly, by the dense solver of worker/matching/solver.ts: rounds call
 * the one that makes edges when needed, which costs the same (a property test) and may break ties otherwise. It is solved among the
 * nearest of each; the prices then prove that nobody farther could be in a better one (a volunteer left out has price 0,
 * so his cost must not lie below the row's price), or more of the nearest are taken in.
 */
export const together = (open: readonly number[], view: CityView): Map<number, number> =>
  sticking(0)(open, view, new Map())

/**
 * The same, where whoever is asked already counts as so many seconds nearer: nobody is called off for less. The sum of ways
 * and of those seconds is least.
 */
export const sticking =
  (seconds: number) =>
  (open: readonly number[], view: CityView, held: ReadonlyMap<number, number>): Map<number, number> => {
    for (let near = FIRST_NEAR; ; near *= 3) {
      const found = amongNearest(open, Math.min(near, open.length), view, held, seconds * 1000)
      if (found.isProven || near >= open.length) return found.pairs
    }
  }

const amongNearest = (
  open: readonly number[],
  near: number,
  { roads, isFree }: CityView,
  held: ReadonlyMap<number, number>,
  stickMs: number,
) => {
  const around = open.map((incident) => roads.nearestFree(incident, near + 1, isFree))
  const asked = stickMs > 0 ? open.flatMap((incident) => held.get(incident) ?? []) : []
  const volunteers = [...new Set([...asked, ...around.flatMap((own) => own.slice(0, near))])].sort(
    (a, b) => a - b,
  )
  const columnOf = new Map(volunteers.map((volunteer, column) => [volunteer, column]))
  const costs = around.map((own, row) => {
    const rowCosts = new Float64Array(volunteers.length).fill(Infinity)
    for (const volunteer of own.slice(0, near))
      rowCosts[columnOf.get(volunteer)!] = stickMs + roads.costMs(open[row]!, volunteer)
    const his = stickMs > 0 ? held.get(open[row]!) : undefined
    if (his !== undefined) rowCosts[columnOf.get(his)!] = roads.costMs(open[row]!, his)
    return rowCosts
  })
  const problem: Problem = { columns: volunteers.length, costs, unserved: open.map(() => UNSERVED_MS) }
  const solution = solve(problem)
  const pairs = solution.columnOf.flatMap((column, row): [number, number][] =>
    column === UNSERVED ? [] : [[open[row]!, volunteers[column]!]],
  )
  const isProven = around.every((own, row) => {
    const beyond = own[near]
    return beyond === undefined || stickMs + roads.costMs(open[row]!, beyond) >= solution.rowPrices[row]!
  })
  return { pairs: new Map(pairs), isProven }
}
