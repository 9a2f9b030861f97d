import type { Point } from '#contracts/domain/place.ts'
import { BLOCK, NO_BLOCK } from './blocks.ts'
import type { Grid } from './grid.ts'
import { Window } from './window.ts'

/** A walk outwards over a grid from one point, which looks at everybody it comes by, once. */
export class Walk<Found> {
  /** How many were looked at. */
  looked = 0
  private readonly window: Window
  private readonly found: (Found | undefined)[]
  private met: number[] = []
  private isSorted = true

  constructor(
    private readonly grid: Grid,
    people: number,
    from: Point,
    private readonly look: (id: number) => Found,
  ) {
    this.window = new Window(grid.frame, from)
    this.found = Array.from({ length: people })
  }

  /** Whoever was not met is at least so many metres away. */
  get beyondM(): number {
    return this.window.beyondM
  }

  /** Walks on until everybody nearer than that was met. */
  reach(metres: number): void {
    while (this.window.beyondM < metres) this.grow()
  }

  /** One strip of cells more; there must be one: `beyondM` is not Infinity. */
  grow(): void {
    const { window, grid } = this
    window.grow()
    for (let south = window.south; south <= window.north; south++) {
      for (let west = window.west; west <= window.east; west++) this.visit(south * grid.frame.columns + west)
    }
  }

  /** What the look at this one found, met or not. */
  at(id: number): Found {
    const known = this.found[id]
    if (known !== undefined) return known
    this.looked++
    return (this.found[id] = this.look(id))
  }

  /** Those who were met, in the order of their ids. */
  columns(): readonly number[] {
    if (!this.isSorted) this.met = [...Int32Array.from(this.met).sort()]
    this.isSorted = true
    return this.met
  }

  private visit(cell: number): void {
    const { counts, nexts, ids } = this.grid.blocks
    for (let block = cell; block !== NO_BLOCK; block = nexts[block]!) {
      for (let place = block * BLOCK; place < block * BLOCK + counts[block]!; place++)
        this.met.push(ids[place]!)
    }
    this.isSorted = false
  }
}
