import { type Problem, UNSERVED } from '../../../worker/matching/problem.ts'
import { solve } from '../../../worker/matching/solver.ts'
import type { CityView } from './view.ts'

/** Nobody may go without: dearer than any way across the city. */
const UNSERVED_MS = 1e9
/** A call that may come is no reason to leave out one that has: cheaper than that, and dearer than any way. */
const UNFORESEEN_MS = 2e7

const FIRST_NEAR = 20

/** One who wants somebody: an incident that is open, or the part of one that may come where another was. */
interface Row {
  incident: number
  /** 1: it is open. */
  part: number
  /** Whoever else comes for it counts as so much farther. */
  stickMs: number
  held: number | undefined
}

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
export const sticking = (seconds: number) => foreseeing({ seconds, lookS: 0, part: 0 })

export interface Foresight {
  /** What a swap has to win. */
  seconds: number
  /** How far it looks back: who called there in so many seconds may not be the last. */
  lookS: number
  /** Each of those counts as this part of a call to come. */
  part: number
}

/**
 * The same, where volunteers are held back for calls to come: each report of the last `lookS` seconds wants somebody a second
 * time, but only as a part of a call, so that an open one goes first.
 */
export const foreseeing =
  ({ seconds, lookS, part }: Foresight) =>
  (open: readonly number[], view: CityView, held: ReadonlyMap<number, number>): Map<number, number> => {
    const stickMs = seconds * 1000
    const real = open.map((incident): Row => {
      return { incident, part: 1, stickMs, held: stickMs > 0 ? held.get(incident) : undefined }
    })
    const foreseen = view
      .recent(lookS)
      .map((incident): Row => ({ incident, part, stickMs: 0, held: undefined }))
    const rows = [...real, ...foreseen]
    for (let near = FIRST_NEAR; ; near *= 3) {
      const found = amongNearest(rows, Math.min(near, rows.length), view)
      if (found.isProven || near >= rows.length) return found.pairs
    }
  }

const amongNearest = (rows: readonly Row[], near: number, { roads, isFree }: CityView) => {
  const around = rows.map(({ incident }) => roads.nearestFree(incident, near + 1, isFree))
  const asked = rows.flatMap(({ held }) => held ?? [])
  const volunteers = [...new Set([...asked, ...around.flatMap((own) => own.slice(0, near))])].sort(
    (a, b) => a - b,
  )
  const columnOf = new Map(volunteers.map((volunteer, column) => [volunteer, column]))
  const wayMs = ({ incident, part }: Row, volunteer: number): number =>
    Math.round(part * roads.costMs(incident, volunteer))
  const costs = rows.map((row, n) => {
    const rowCosts = new Float64Array(volunteers.length).fill(Infinity)
    for (const volunteer of around[n]!.slice(0, near))
      rowCosts[columnOf.get(volunteer)!] = row.stickMs + wayMs(row, volunteer)
    if (row.held !== undefined) rowCosts[columnOf.get(row.held)!] = wayMs(row, row.held)
    return rowCosts
  })
  const unserved = rows.map(({ part }) => (part === 1 ? UNSERVED_MS : Math.round(part * UNFORESEEN_MS)))
  const problem: Problem = { columns: volunteers.length, costs, unserved }
  const solution = solve(problem)
  const pairs = solution.columnOf.flatMap((column, n): [number, number][] =>
    column === UNSERVED || rows[n]!.part < 1 ? [] : [[rows[n]!.incident, volunteers[column]!]],
  )
  const isProven = rows.every((row, n) => {
    const beyond = around[n]![near]
    return beyond === undefined || row.stickMs + wayMs(row, beyond) >= solution.rowPrices[n]!
  })
  return { pairs: new Map(pairs), isProven }
}
