import { UNSERVED } from '../problem.ts'

export const FREE = -1

/**
 * An assignment in the making with its dual prices. Kept by every step: row price + column price ≤ cost of each edge,
 * with equality for a pair that is assigned; row price ≤ what leaving it unserved costs, with equality for a row
 * left unserved; column price ≤ 0, with equality for a free column. Once no row is open this proves the optimum.
 */
export interface Tableau {
  columnOf: Int32Array
  rowOf: Int32Array
  rowPrices: Float64Array
  columnPrices: Float64Array
}

export const emptyTableau = (rows: number, columns: number): Tableau => ({
  columnOf: new Int32Array(rows).fill(UNSERVED),
  rowOf: new Int32Array(columns).fill(FREE),
  rowPrices: new Float64Array(rows),
  columnPrices: new Float64Array(columns),
})
