/** Rows × columns of costs. All finite costs are integers of at least 0; Infinity forbids a pair. */
export interface Problem {
  columns: number
  costs: readonly Float64Array[]
  /** Per row: what it costs to give it no column. */
  unserved: readonly number[]
}

export const UNSERVED = -1

/** Per row the column it got, or UNSERVED. No column twice. */
export type Assignment = readonly number[]

/** An assignment with the dual prices that prove it (see proof.ts). */
export interface Solution {
  columnOf: Assignment
  rowPrices: readonly number[]
  columnPrices: readonly number[]
}

/** The total cost; Infinity when a forbidden pair is used. */
export const costOfAssignment = ({ costs, unserved }: Problem, columnOf: Assignment): number =>
  columnOf.reduce(
    (sum, column, row) => sum + ((column === UNSERVED ? unserved[row] : costs[row]?.[column]) ?? Infinity),
    0,
  )
