import { type Problem, type Solution, UNSERVED } from './problem.ts'

/**
 * The assignment of least total cost, exactly, with its proof. Successive shortest augmenting paths over reduced
 * costs (Jonker and Volgenant 1987; Crouse 2016 for the rectangular case), dense, O(rows² × columns) at worst.
 * The edge to "unserved" is private to a row, so it needs no column: a path may also end by leaving one of its rows
 * unserved, and that row stays so. Equal inputs give equal answers; ties leave a row unserved, then take the lower
 * column.
 */
export const solve = (problem: Problem): Solution => {
  const { columns, costs, unserved } = problem
  const columnOf = new Int32Array(costs.length).fill(UNSERVED)
  const rowOf = new Int32Array(columns).fill(FREE)
  const rowPrices = new Float64Array(costs.length)
  const columnPrices = new Float64Array(columns)
  const distance = new Float64Array(columns)
  const from = new Int32Array(columns)
  const reached = new Int32Array(columns)
  const isReached = new Uint8Array(columns)

  for (let start = 0; start < costs.length; start++) {
    distance.fill(Infinity)
    isReached.fill(0)
    let count = 0
    let row = start
    let base = 0
    let exit = Infinity
    let exitRow = start
    let end = FREE

    // Dijkstra from `start` over alternating edges until a free column, or until leaving a row unserved is nearer.
    for (;;) {
      const rowCosts = costs[row]!
      const price = rowPrices[row]!
      const leave = base + unserved[row]! - price
      if (leave < exit) {
        exit = leave
        exitRow = row
      }
      let nearest = exit
      end = FREE
      for (let column = 0; column < columns; column++) {
        if (isReached[column]) continue
        const via = base + rowCosts[column]! - price - columnPrices[column]!
        if (via < distance[column]!) {
          distance[column] = via
          from[column] = row
        }
        if (distance[column]! < nearest) {
          nearest = distance[column]!
          end = column
        }
      }
      base = nearest
      if (end === FREE || rowOf[end] === FREE) break
      isReached[end] = 1
      reached[count++] = end
      row = rowOf[end]!
    }

    // Prices move so that reduced costs stay at least 0, and are 0 along the path.
    rowPrices[start]! += base
    for (let i = 0; i < count; i++) {
      const column = reached[i]!
      const slack = base - distance[column]!
      rowPrices[rowOf[column]!]! += slack
      columnPrices[column]! -= slack
    }

    // Along the path each row gives up its column to the row before it.
    let column = end
    if (end === FREE) {
      column = columnOf[exitRow]!
      columnOf[exitRow] = UNSERVED
      if (exitRow === start) continue
    }
    for (;;) {
      const taker = from[column]!
      const given = columnOf[taker]!
      columnOf[taker] = column
      rowOf[column] = taker
      if (taker === start) break
      column = given
    }
  }
  return { columnOf: [...columnOf], rowPrices: [...rowPrices], columnPrices: [...columnPrices] }
}

const FREE = -1
