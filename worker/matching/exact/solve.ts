import { Augmenter } from './augment.ts'
import { Edges } from './edges.ts'
import type { EdgeSource } from './source.ts'
import { emptyTableau, type Tableau } from './tableau.ts'

/** An optimal assignment with the prices that prove it, and the work it took. */
export interface Solved {
  tableau: Tableau
  edges: number
  scanned: number
}

/**
 * The assignment of least total cost, exactly: one shortest augmenting path per row over edges that are made only when
 * a path may use them. The same cost as worker/matching/solver.ts; of equally cheap assignments it may find another.
 */
export const solveLazily = (source: EdgeSource): Solved => {
  const rows = source.unserved.length
  const tableau = emptyTableau(rows, source.columns)
  const edges = new Edges(source)
  const augmenter = new Augmenter(tableau, source, edges)
  for (let row = 0; row < rows; row++) augmenter.augment(row)
  return { tableau, edges: edges.made, scanned: augmenter.scanned }
}
