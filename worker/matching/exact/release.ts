import { UNSERVED } from '../problem.ts'
import { Heap } from './heap.ts'
import { FREE, type Tableau } from './tableau.ts'

/** What any pair costs, whether its edge was made or not, and which rows there are. */
export interface Pairs {
  isThere(row: number): boolean
  costOf(row: number, column: number): number
}

/**
 * Finds a free column its use: the mirror of augment.ts. One shortest path over reduced costs begins at the column,
 * takes rows from theirs, and ends with a row that was unserved or with a column that falls free. O(rows) for each
 * column on the way.
 */
export class Releaser {
  private readonly distance: Float64Array
  private readonly towards: Int32Array
  private readonly heap: Heap
  private readonly touched: number[] = []
  private readonly reached: number[] = []

  constructor(
    private readonly tableau: Tableau,
    private readonly pairs: Pairs,
  ) {
    const columns = tableau.rowOf.length
    this.distance = new Float64Array(columns).fill(Infinity)
    this.towards = new Int32Array(columns)
    this.heap = new Heap(columns)
  }

  /** A column that is new here: its price is the highest that no row would undercut. */
  admit(column: number): void {
    const { rowPrices, columnPrices } = this.tableau
    let price = 0
    for (let row = 0; row < rowPrices.length; row++)
      if (this.pairs.isThere(row)) price = Math.min(price, this.pairs.costOf(row, column) - rowPrices[row]!)
    columnPrices[column] = price
    this.release(column)
  }

  /** A free column of any price that keeps the tableau's invariants but the one that a free column costs 0. */
  release(start: number): void {
    const { tableau, distance, heap, touched, reached } = this
    const { rowOf, rowPrices, columnPrices } = tableau
    if (columnPrices[start] === 0) return
    let column = start
    let base = 0
    let exit = Infinity
    /** Where the path ends: this column falls free, or this unserved row comes to `lastColumn`. */
    let lastColumn = start
    let lastRow = UNSERVED

    for (;;) {
      const leave = base - columnPrices[column]!
      if (leave < exit) {
        exit = leave
        lastColumn = column
        lastRow = UNSERVED
      }
      for (let row = 0; row < rowPrices.length; row++) {
        if (!this.pairs.isThere(row)) continue
        const via = leave + this.pairs.costOf(row, column) - rowPrices[row]!
        if (via >= exit) continue
        const theirs = tableau.columnOf[row]!
        if (theirs === UNSERVED) {
          exit = via
          lastColumn = column
          lastRow = row
        } else if (theirs !== start && via < distance[theirs]!) {
          if (distance[theirs] === Infinity) touched.push(theirs)
          distance[theirs] = via
          this.towards[theirs] = column
          heap.push(theirs, via)
        }
      }
      if (heap.least >= exit) break
      base = heap.least
      column = heap.pop()
      reached.push(column)
    }

    // Prices move so that reduced costs stay at least 0, and are 0 along the path.
    columnPrices[start]! += exit
    for (const column of reached) {
      const slack = exit - distance[column]!
      columnPrices[column]! += slack
      rowPrices[rowOf[column]!]! -= slack
    }
    for (const column of touched) distance[column] = Infinity
    touched.length = 0
    reached.length = 0
    heap.clear()
    this.shift(start, lastColumn, lastRow)
  }

  /** Along the path each row moves to the column that reached it. */
  private shift(start: number, lastColumn: number, lastRow: number): void {
    const { columnOf, rowOf } = this.tableau
    let row = lastRow
    let column = lastColumn
    if (row === UNSERVED) {
      if (column === start) return
      row = rowOf[column]!
      rowOf[column] = FREE
      column = this.towards[column]!
    }
    for (;;) {
      const former = rowOf[column]!
      columnOf[row] = column
      rowOf[column] = row
      if (column === start) return
      row = former
      column = this.towards[column]!
    }
  }
}
