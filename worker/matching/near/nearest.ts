import type { Point } from '#contracts/domain/place.ts'
import { BLOCK, NO_BLOCK } from './blocks.ts'
import type { Grid } from './grid.ts'
import { arcM, writeXyz } from './sphere.ts'
import { Window } from './window.ts'

/**
 * Asks a grid for those nearest to a point. The answer is exact: the same as sorting everybody by great-circle
 * distance; of equally near ones the lower id comes first. One asker serves one question at a time.
 */
export class Nearest {
  /** The answer to the last question, nearest first. */
  readonly ids: Int32Array
  /** How many distances the last question took. */
  measured = 0
  private readonly squares: Float64Array
  private readonly window: Window
  private readonly xyz = new Float64Array(3)
  private found = 0
  private wanted = 0
  private worst = Infinity

  constructor(
    private readonly grid: Grid,
    private readonly most: number,
  ) {
    this.ids = new Int32Array(most)
    this.squares = new Float64Array(most)
    this.window = new Window(grid.frame, { lat: 0, lng: 0 })
  }

  /** Metres to the n-th of the answer. */
  distanceM(n: number): number {
    return arcM(Math.sqrt(this.squares[n] ?? Infinity))
  }

  /** Finds up to `count` (at most `most`) ids, of those that `fits` where it is given; returns how many. */
  find(point: Point, count: number, fits?: (id: number) => boolean): number {
    const { window, grid } = this
    this.found = 0
    this.measured = 0
    this.worst = Infinity
    this.wanted = Math.min(count, this.most, grid.size)
    if (this.wanted <= 0) return 0
    writeXyz(point.lat, point.lng, this.xyz, 0)
    window.open(grid.frame, point)
    do {
      window.grow()
      for (let row = window.south; row <= window.north; row++) {
        for (let column = window.west; column <= window.east; column++)
          this.visit(row * grid.frame.columns + column, fits)
      }
    } while (window.beyondM < Infinity && window.beyondM * window.beyondM <= this.worst)
    return this.found
  }

  private visit(cell: number, fits: ((id: number) => boolean) | undefined): void {
    const { counts, nexts, ids, xyz } = this.grid.blocks
    const x = this.xyz[0]!
    const y = this.xyz[1]!
    const z = this.xyz[2]!
    for (let block = cell; block !== NO_BLOCK; block = nexts[block]!) {
      const count = counts[block]!
      this.measured += count
      for (let place = block * BLOCK; place < block * BLOCK + count; place++) {
        const dx = xyz[3 * place]! - x
        const dy = xyz[3 * place + 1]! - y
        const dz = xyz[3 * place + 2]! - z
        const square = dx * dx + dy * dy + dz * dz
        if (square <= this.worst && (fits === undefined || fits(ids[place]!))) this.keep(ids[place]!, square)
      }
    }
  }

  private keep(id: number, square: number): void {
    const { ids, squares, wanted } = this
    let place = this.found
    if (place < wanted) this.found++
    else if (square === squares[--place] && id > ids[place]!) return
    for (; place > 0; place--) {
      const before = squares[place - 1]!
      if (before < square || (before === square && ids[place - 1]! < id)) break
      squares[place] = before
      ids[place] = ids[place - 1]!
    }
    squares[place] = square
    ids[place] = id
    if (this.found === wanted) this.worst = squares[wanted - 1]!
  }
}
