import { type Assignment, type Problem, UNSERVED } from './problem.ts'

/**
 * A valid assignment at once, for rounds too large to solve exactly: the row that is dearest to leave unserved
 * chooses first, and takes its cheapest free column. Ties go to the lower row and column. O(rows × columns).
 */
export const greedy = ({ columns, costs, unserved }: Problem): Assignment => {
  const columnOf = costs.map(() => UNSERVED)
  const taken = new Uint8Array(columns)
  const order = [...costs.keys()].sort((a, b) => (unserved[b] ?? 0) - (unserved[a] ?? 0) || a - b)
  for (const row of order) {
    let best = UNSERVED
    let least = unserved[row] ?? 0
    costs[row]?.forEach((cost, column) => {
      if (taken[column] || cost >= least) return
      best = column
      least = cost
    })
    if (best === UNSERVED) continue
    columnOf[row] = best
    taken[best] = 1
  }
  return columnOf
}
