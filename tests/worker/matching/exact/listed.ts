import { ListedEdges } from '../../../../worker/matching/exact/listed.ts'
import type { Solved } from '../../../../worker/matching/exact/solve.ts'
import type { Problem, Solution } from '../../../../worker/matching/problem.ts'

/** A dense problem as sorted lists. Forbidden pairs are no edges. */
export const listedFrom = ({ columns, costs, unserved }: Problem): ListedEdges => {
  const lists = costs.map((row) => {
    const order = [...row.keys()].filter((column) => row[column]! < Infinity)
    order.sort((a, b) => row[a]! - row[b]!)
    return { columns: order, costs: order.map((column) => row[column]!) }
  })
  return new ListedEdges(columns, lists, Int32Array.from(costs.keys()), Float64Array.from(unserved))
}

/** What was found, in the form that proofs are checked in. */
export const solutionOf = ({ tableau }: Pick<Solved, 'tableau'>): Solution => ({
  columnOf: [...tableau.columnOf],
  rowPrices: [...tableau.rowPrices],
  columnPrices: [...tableau.columnPrices],
})
