import { UNSERVED } from '../problem.ts'
import type { Edges } from './edges.ts'
import { Heap } from './heap.ts'
import type { EdgeSource } from './source.ts'
import { FREE, type Tableau } from './tableau.ts'

/**
 * Finds an open row its place by one shortest augmenting path over reduced costs (Dijkstra, as in
 * worker/matching/solver.ts), making edges only while they may lie on it: column prices are never above 0, so an edge
 * of cost c adds at least c less the row's price.
 */
export class Augmenter {
  /** Edges looked at. */
  scanned = 0
  private distance: Float64Array
  private from: Int32Array
  private readonly touched: number[] = []
  private readonly reached: number[] = []
  private readonly heap: Heap

  constructor(
    private readonly tableau: Tableau,
    private readonly source: EdgeSource,
    private readonly edges: Edges,
  ) {
    const columns = tableau.rowOf.length
    this.distance = new Float64Array(columns).fill(Infinity)
    this.from = new Int32Array(columns)
    this.heap = new Heap(columns)
  }

  /** Serves `start`, which is open, or leaves it or a row on its path unserved, whatever costs least. */
  augment(start: number): void {
    const { tableau, source, edges, distance, from, heap, touched, reached } = this
    const { rowOf, rowPrices, columnPrices } = tableau
    let row = start
    let base = 0
    let exitRow = start
    let end = FREE
    /** The shortest way out so far: a free column, or leaving a row unserved. */
    let exit = Infinity

    for (;;) {
      const offset = base - rowPrices[row]!
      const leave = offset + source.unserved[row]!
      if (leave < exit) {
        exit = leave
        exitRow = row
        end = FREE
      }
      const origin = source.originOf[row]!
      const list = edges.of(origin)
      const { columns, costs } = list
      let n = 0
      for (; ; n++) {
        if (n === list.known && !edges.extend(origin, list, exit - offset)) break
        const least = offset + costs[n]!
        if (least >= exit) break
        const column = columns[n]!
        const via = least - columnPrices[column]!
        if (via >= exit || via >= distance[column]!) continue
        from[column] = row
        if (rowOf[column] === FREE) {
          exit = via
          end = column
          continue
        }
        if (distance[column] === Infinity) touched.push(column)
        distance[column] = via
        heap.push(column, via)
      }
      this.scanned += n
      if (heap.least >= exit) break
      base = heap.least
      const column = heap.pop()
      reached.push(column)
      row = rowOf[column]!
    }

    // Prices move so that reduced costs stay at least 0, and are 0 along the path.
    rowPrices[start]! += exit
    for (const column of reached) {
      const slack = exit - distance[column]!
      rowPrices[rowOf[column]!]! += slack
      columnPrices[column]! -= slack
    }
    for (const column of touched) distance[column] = Infinity
    touched.length = 0
    reached.length = 0
    heap.clear()
    this.shift(start, end, exitRow)
  }

  /** Along the path each row gives up its column to the row before it. */
  private shift(start: number, end: number, exitRow: number): void {
    const { columnOf, rowOf } = this.tableau
    let column = end
    if (end === FREE) {
      column = columnOf[exitRow]!
      columnOf[exitRow] = UNSERVED
      if (exitRow === start) return
    }
    for (;;) {
      const taker = this.from[column]!
      const given = columnOf[taker]!
      columnOf[taker] = column
      rowOf[column] = taker
      if (taker === start) return
      column = given
    }
  }
}
