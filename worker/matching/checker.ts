import { costOfAssignment, type Problem, UNSERVED } from './problem.ts'

export type Flaw =
  | 'shape' // not one column or UNSERVED per row
  | 'column_twice'
  | 'forbidden' // a pair of infinite cost
  | 'cheaper' // some rows could swap, move or stay unserved for less

export type Judgement = { optimal: true; cost: number } | { optimal: false; flaw: Flaw }

/**
 * Whether an assignment is the cheapest there is, from the costs and the assignment alone: it is unless there is a
 * chain of changes that lowers the total, a cycle of negative length in the graph of changes. Looks for one with
 * Bellman and Ford's labels, which are prices of its own when it finds none. Knows nothing of any solver.
 * O(rows × columns) to set up, then O(rows²) a pass, rows + 1 passes at most.
 */
export const check = (problem: Problem, columnOf: readonly number[]): Judgement => {
  const flaw = shapeFlaw(problem, columnOf) ?? (hasCheaperChange(problem, columnOf) ? 'cheaper' : null)
  return flaw ? { optimal: false, flaw } : { optimal: true, cost: costOfAssignment(problem, columnOf) }
}

const shapeFlaw = ({ columns, ...problem }: Problem, columnOf: readonly number[]): Flaw | null => {
  const served = columnOf.filter((column) => column !== UNSERVED)
  if (columnOf.length !== problem.costs.length) return 'shape'
  if (!served.every((column) => Number.isInteger(column) && column >= 0 && column < columns)) return 'shape'
  if (new Set(served).size !== served.length) return 'column_twice'
  return costOfAssignment({ columns, ...problem }, columnOf) < Infinity ? null : 'forbidden'
}

/**
 * The nodes are the rows and, last, the ground: whatever nobody has. Row a → row b: a takes b's column. Row → ground:
 * it takes a free column or stays unserved. Ground → row, for nothing: the row gives its column back.
 */
const hasCheaperChange = (problem: Problem, columnOf: readonly number[]): boolean => {
  const rows = columnOf.length
  const steps = stepsOf(problem, columnOf)
  const labels = new Float64Array(rows + 1)
  const before = new Int32Array(rows + 1).fill(UNSERVED)
  for (let pass = 0; pass <= rows + 1; pass++) {
    let hasChanged = false
    for (let from = 0; from <= rows; from++) {
      const label = labels[from]!
      const lengths = steps[from]!
      for (let to = 0; to <= rows; to++) {
        if (label + lengths[to]! >= labels[to]!) continue
        labels[to] = label + lengths[to]!
        before[to] = from
        hasChanged = true
      }
    }
    if (!hasChanged) return false
    if (hasCycle(before)) return true
  }
  return true
}

/** The length of each step of the graph: by how much the cost of the row that moves changes. */
const stepsOf = ({ columns, costs, unserved }: Problem, columnOf: readonly number[]): Float64Array[] => {
  const rows = columnOf.length
  const isFree = new Uint8Array(columns).fill(1)
  for (const column of columnOf) if (column !== UNSERVED) isFree[column] = 0
  const steps = columnOf.map((own, row) => {
    const rowCosts = costs[row]!
    const now = own === UNSERVED ? unserved[row]! : rowCosts[own]!
    let away = unserved[row]!
    for (let column = 0; column < columns; column++)
      if (isFree[column] === 1 && rowCosts[column]! < away) away = rowCosts[column]!
    const lengths = new Float64Array(rows + 1)
    for (let other = 0; other < rows; other++) {
      const column = columnOf[other]!
      lengths[other] = column === UNSERVED || other === row ? Infinity : rowCosts[column]! - now
    }
    lengths[rows] = away - now
    return lengths
  })
  return [...steps, new Float64Array(rows + 1)]
}

/** Whether the way back from some node runs into itself: then its labels fall for ever. */
const hasCycle = (before: Int32Array): boolean => {
  const seenFrom = new Int32Array(before.length).fill(UNSERVED)
  for (let start = 0; start < before.length; start++) {
    let node = start
    while (node !== UNSERVED && seenFrom[node] === UNSERVED) {
      seenFrom[node] = start
      node = before[node]!
    }
    if (node !== UNSERVED && seenFrom[node] === start) return true
  }
  return false
}
