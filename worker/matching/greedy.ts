import type { ListedEdges } from './exact/listed.ts'
import { UNSERVED } from './problem.ts'

/**
 * A valid assignment at once, for rounds too large to solve exactly: the row that is dearest to leave unserved
 * chooses first, and takes its cheapest free column. Ties go to the lower row and column. O(rows × columns) at worst.
 */
export const greedy = ({ columns, lists, originOf, unserved }: ListedEdges): Int32Array => {
  const columnOf = new Int32Array(unserved.length).fill(UNSERVED)
  const taken = new Uint8Array(columns)
  const order = [...unserved.keys()].sort((a, b) => unserved[b]! - unserved[a]! || a - b)
  for (const row of order) {
    const list = lists[originOf[row]!]!
    const place = list.columns.findIndex((column) => taken[column] === 0)
    const column = list.columns[place]
    if (column === undefined || list.costs[place]! >= unserved[row]!) continue
    columnOf[row] = column
    taken[column] = 1
  }
  return columnOf
}
