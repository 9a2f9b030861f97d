import type { Point } from '#contracts/domain/place.ts'
import { Augmenter } from '../exact/augment.ts'
import { Edges } from '../exact/edges.ts'
import { Releaser } from '../exact/release.ts'
import { emptyTableau, FREE, type Tableau } from '../exact/tableau.ts'
import { UNSERVED } from '../problem.ts'
import { NearEdges, type PairCost } from './edges.ts'
import { Grid } from './grid.ts'

/** How many rows (slots) and columns (volunteers) there may be at once, and what pairs cost. */
export interface Limits {
  rows: number
  columns: number
  cost: PairCost
}

/**
 * An optimal assignment kept optimal: after each event one shortest path, at most two for somebody who moved, from the
 * prices there are. Exact: as cheap as solving all anew. Ids of rows and columns are small integers below the limits,
 * given by the caller.
 */
export class Reoptimiser {
  readonly tableau: Tableau
  private readonly grid = new Grid()
  private readonly source: NearEdges
  private readonly edges: Edges
  private readonly augmenter: Augmenter
  private readonly releaser: Releaser
  private readonly isRow: Uint8Array
  private frame = this.grid.frame

  constructor({ rows, columns, cost }: Limits) {
    this.tableau = emptyTableau(rows, columns)
    this.isRow = new Uint8Array(rows)
    this.source = new NearEdges(this.grid, columns, [], new Float64Array(rows), cost)
    this.edges = new Edges(this.source)
    this.augmenter = new Augmenter(this.tableau, this.source, this.edges)
    this.releaser = new Releaser(this.tableau, {
      isThere: (row) => this.isRow[row] === 1,
      costOf: (row, column) => this.source.costOf(row, column),
    })
  }

  /** A new slot, or a slot at another place or with another cost of waiting. */
  putRow(row: number, spot: Point, unserved: number): void {
    this.dropRow(row)
    this.isRow[row] = 1
    this.source.unserved[row] = unserved
    this.source.place(row, spot)
    this.edges.forget(row)
    this.tableau.rowPrices[row] = 0
    this.augmenter.augment(row)
  }

  dropRow(row: number): void {
    if (this.isRow[row] !== 1) return
    this.isRow[row] = 0
    const { columnOf, rowOf } = this.tableau
    const column = columnOf[row]!
    columnOf[row] = UNSERVED
    if (column === UNSERVED) return
    rowOf[column] = FREE
    this.releaser.release(column)
  }

  /** A volunteer who came, or who is somewhere else now. */
  putColumn(column: number, point: Point): void {
    this.dropColumn(column)
    this.grid.put(column, point)
    if (this.frame !== this.grid.frame) this.begin()
    else this.eachWalked(column, (row) => this.edges.admit(row, column, this.source.costOf(row, column)))
    this.releaser.admit(column)
  }

  dropColumn(column: number): void {
    if (!this.grid.has(column)) return
    this.eachWalked(column, (row) => this.edges.dismiss(row, column, this.source.costOf(row, column)))
    this.grid.remove(column)
    const { columnOf, rowOf, columnPrices } = this.tableau
    const row = rowOf[column]!
    rowOf[column] = FREE
    columnPrices[column] = 0
    if (row === FREE) return
    columnOf[row] = UNSERVED
    this.augmenter.augment(row)
  }

  private eachWalked(column: number, visit: (row: number) => void): void {
    for (let row = 0; row < this.isRow.length; row++)
      if (this.isRow[row] === 1 && this.source.hasWalked(row, column)) visit(row)
  }

  /** The grid was laid anew: what was walked of it means nothing now. */
  private begin(): void {
    this.frame = this.grid.frame
    for (let row = 0; row < this.isRow.length; row++) this.edges.forget(row)
  }
}
