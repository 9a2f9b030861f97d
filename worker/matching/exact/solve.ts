import { Augmenter } from './augment.ts'
import { Edges } from './edges.ts'
import type { EdgeSource } from './source.ts'
import { emptyTableau, type Tableau } from './tableau.ts'

/** An optimal assignment with the prices that prove it, and the work it took. */
export interface Solved {
  tableau: Tableau
  edges: number
  scanned: number
  /** Rows that were not come to, because more edges had been looked at than may be; 0: the assignment is the best one. */
  left: number
}

/**
 * The assignment of least total cost, exactly: one shortest augmenting path per row over edges that are made only when
 * a path may use them. The same cost as worker/matching/solver.ts; of equally cheap assignments it may find another.
 * Stops once it has looked at more than `most` edges: they are what it takes time for, and nobody knows before how many.
 */
export const solveLazily = (source: EdgeSource, most = Infinity): Solved => {
  const rows = source.unserved.length
  const tableau = emptyTableau(rows, source.columns)
  const edges = new Edges(source)
  const augmenter = new Augmenter(tableau, source, edges)
  let row = 0
  for (; row < rows && augmenter.scanned <= most; row++) augmenter.augment(row)
  return { tableau, edges: edges.made, scanned: augmenter.scanned, left: rows - row }
}
