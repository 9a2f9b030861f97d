import type { Batch, EdgeSource } from './source.ts'

/** The edges of one origin as they are: columns with their costs, by rising cost, ties by column. */
export interface Listed {
  columns: readonly number[]
  costs: readonly number[]
}

/** A few at a time: most rows never look further. */
const PORTION = 16

/** Edges that lie ready in sorted lists, one for each origin. */
export class ListedEdges implements EdgeSource {
  readonly origins: number
  private readonly given: Int32Array

  constructor(
    readonly columns: number,
    readonly lists: readonly Listed[],
    readonly originOf: Int32Array,
    readonly unserved: Float64Array,
  ) {
    this.origins = lists.length
    this.given = new Int32Array(lists.length)
  }

  restart(origin: number): void {
    this.given[origin] = 0
  }

  next(origin: number, batch: Batch): void {
    const { columns, costs } = this.lists[origin]!
    const from = this.given[origin]!
    const to = Math.min(columns.length, from + PORTION)
    for (let n = from; n < to; n++) {
      batch.columns.push(columns[n]!)
      batch.costs.push(costs[n]!)
    }
    this.given[origin] = to
  }

  bound(origin: number): number {
    return this.lists[origin]!.costs[this.given[origin]!] ?? Infinity
  }
}
