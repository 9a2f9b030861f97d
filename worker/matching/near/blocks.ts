import { writeXyz } from './sphere.ts'

/** Entries in a block: with two points a cell on average, six hold all of 99.5 % of the cells. */
export const BLOCK = 6
export const NO_BLOCK = -1

/**
 * The entries of cells, side by side in memory: a walk over neighbouring cells reads on instead of jumping. Cell n
 * begins with block n; a full cell goes on in blocks of its own behind all of them.
 */
export class Blocks {
  /** Per block: entries used, and the block that goes on. */
  counts: Int32Array
  nexts: Int32Array
  /** Per entry: the id, and x, y, z in metres. */
  ids: Int32Array
  xyz: Float64Array
  private used: number

  constructor(private readonly cells: number) {
    const blocks = cells + 16
    this.used = cells
    this.counts = new Int32Array(blocks)
    this.nexts = new Int32Array(blocks).fill(NO_BLOCK)
    this.ids = new Int32Array(blocks * BLOCK)
    this.xyz = new Float64Array(3 * blocks * BLOCK)
  }

  /** Adds an entry to a cell and returns its place. */
  add(cell: number, id: number, lat: number, lng: number): number {
    let block = cell
    if (this.counts[block] === BLOCK && this.nexts[block] !== NO_BLOCK) block = this.nexts[block]!
    if (this.counts[block] === BLOCK) block = this.chain(cell)
    const place = block * BLOCK + this.counts[block]!++
    this.ids[place] = id
    writeXyz(lat, lng, this.xyz, 3 * place)
    return place
  }

  /** Empties a place by the last entry of its block; returns the id that lies there now. */
  take(place: number): number {
    const block = Math.floor(place / BLOCK)
    const last = block * BLOCK + --this.counts[block]!
    this.ids[place] = this.ids[last]!
    this.xyz.copyWithin(3 * place, 3 * last, 3 * last + 3)
    return this.ids[place]
  }

  /** How many blocks go on where a cell was full. Only the newest of a cell is filled, so holes stay in the others. */
  get chained(): number {
    return this.used - this.cells
  }

  private chain(cell: number): number {
    if (this.used === this.counts.length) this.grow()
    const block = this.used++
    this.nexts[block] = this.nexts[cell]!
    this.nexts[cell] = block
    return block
  }

  private grow(): void {
    const blocks = Math.ceil(this.counts.length * 1.5)
    const { counts, nexts, ids, xyz } = this
    this.counts = new Int32Array(blocks)
    this.nexts = new Int32Array(blocks).fill(NO_BLOCK)
    this.ids = new Int32Array(blocks * BLOCK)
    this.xyz = new Float64Array(3 * blocks * BLOCK)
    this.counts.set(counts)
    this.nexts.set(nexts)
    this.ids.set(ids)
    this.xyz.set(xyz)
  }
}
