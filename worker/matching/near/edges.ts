import type { Point } from '#contracts/domain/place.ts'
import type { Batch, EdgeSource } from '../exact/source.ts'
import { BLOCK, NO_BLOCK } from './blocks.ts'
import type { Grid } from './grid.ts'
import { arcM, writeXyz } from './sphere.ts'
import { Window } from './window.ts'

/** What a pair costs, from the metres between them as the crow flies. */
export interface PairCost {
  /** In whole units of at least 0; Infinity forbids the pair. */
  of(row: number, column: number, metres: number): number
  /** What no column at that distance or further undercuts. Never falls with the distance. */
  least(row: number, metres: number): number
}

/** The edges between spots (rows) and those who move in a grid (columns are its ids), the near ones first. */
export class NearEdges implements EdgeSource {
  readonly originOf: Int32Array
  readonly origins: number
  private readonly windows: (Window | undefined)[]
  private readonly spots: Point[]
  private readonly xyz: Float64Array

  constructor(
    private readonly grid: Grid,
    readonly columns: number,
    spots: readonly Point[],
    readonly unserved: Float64Array,
    private readonly cost: PairCost,
  ) {
    this.origins = unserved.length
    this.originOf = Int32Array.from({ length: this.origins }, (_, row) => row)
    this.windows = Array.from({ length: this.origins }, () => undefined)
    this.xyz = new Float64Array(3 * this.origins)
    this.spots = [...spots]
    for (const [row, spot] of spots.entries()) this.place(row, spot)
  }

  /** Says where a row lies; its edges must be begun anew. */
  place(row: number, spot: Point): void {
    this.spots[row] = spot
    writeXyz(spot.lat, spot.lng, this.xyz, 3 * row)
  }

  restart(row: number): void {
    const { frame } = this.grid
    const window = this.windows[row]
    if (window === undefined) this.windows[row] = new Window(frame, this.spots[row]!)
    else window.open(frame, this.spots[row]!)
  }

  bound(row: number): number {
    const beyondM = this.windows[row]!.beyondM
    return beyondM === Infinity ? Infinity : this.cost.least(row, arcM(beyondM))
  }

  next(row: number, batch: Batch): void {
    const { frame } = this.grid
    const window = this.windows[row]!
    window.grow()
    for (let south = window.south; south <= window.north; south++) {
      const cells = south * frame.columns
      for (let west = window.west; west <= window.east; west++) this.visit(row, cells + west, batch)
    }
  }

  /** What this pair costs now. */
  costOf(row: number, column: number): number {
    return this.cost.of(row, column, arcM(Math.sqrt(this.grid.square(column, this.xyz, 3 * row))))
  }

  /** Whether the edges of this row into the cell of that column were given already. */
  hasWalked(row: number, column: number): boolean {
    return this.windows[row]?.covers(this.grid.cell(column)) ?? false
  }

  private visit(row: number, cell: number, batch: Batch): void {
    const { counts, nexts, ids, xyz } = this.grid.blocks
    const x = this.xyz[3 * row]!
    const y = this.xyz[3 * row + 1]!
    const z = this.xyz[3 * row + 2]!
    for (let block = cell; block !== NO_BLOCK; block = nexts[block]!) {
      const end = block * BLOCK + counts[block]!
      for (let entry = block * BLOCK; entry < end; entry++) {
        const dx = xyz[3 * entry]! - x
        const dy = xyz[3 * entry + 1]! - y
        const dz = xyz[3 * entry + 2]! - z
        const cost = this.cost.of(row, ids[entry]!, arcM(Math.sqrt(dx * dx + dy * dy + dz * dz)))
        if (cost === Infinity) continue
        batch.columns.push(ids[entry]!)
        batch.costs.push(cost)
      }
    }
  }
}
