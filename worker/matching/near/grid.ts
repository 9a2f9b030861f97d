import type { Point } from '#contracts/domain/place.ts'
import { BLOCK, Blocks } from './blocks.ts'
import { columnAt, type Frame, frameOf, isInside, rowAt } from './frame.ts'

/** Points per cell on average after laying a frame: few enough to look at, enough not to visit empty cells. */
const PER_CELL = 2

/**
 * Moving points in the cells of a frame. Ids are small integers, given by the caller. The frame is laid anew when the
 * number of points has doubled, or many have left it or crowd in few cells, so a walk costs the same at any density.
 */
export class Grid {
  frame: Frame = frameOf(new Int32Array(0), new Float64Array(0), PER_CELL)
  blocks = new Blocks(1)
  size = 0
  /** Latitude and longitude by id. */
  private degrees = new Float64Array(0)
  /** By id where its entry lies in the blocks, or NOWHERE. */
  private places = new Int32Array(0)
  private laidSize = 0
  private laidChained = 0
  private strays = 0

  has(id: number): boolean {
    return (this.places[id] ?? NOWHERE) !== NOWHERE
  }

  /** Where it was put last; undefined for an id that is not here. */
  point(id: number): Point | undefined {
    return this.has(id) ? { lat: this.degrees[2 * id]!, lng: this.degrees[2 * id + 1]! } : undefined
  }

  /** The cell that holds it. */
  cell(id: number): number {
    const { frame, degrees } = this
    return rowAt(frame, degrees[2 * id]!) * frame.columns + columnAt(frame, degrees[2 * id + 1]!)
  }

  /** The square of its straight distance, in m², from the x, y, z that begin at `at`. */
  square(id: number, xyz: Float64Array, at: number): number {
    const own = this.blocks.xyz
    const place = 3 * this.places[id]!
    const dx = own[place]! - xyz[at]!
    const dy = own[place + 1]! - xyz[at + 1]!
    const dz = own[place + 2]! - xyz[at + 2]!
    return dx * dx + dy * dy + dz * dz
  }

  /** A grid of these points, their places in the list being their ids. */
  static of(points: readonly Point[]): Grid {
    const grid = new Grid()
    grid.grow(points.length)
    const ids = new Int32Array(points.length)
    for (let id = 0; id < points.length; id++) {
      const { lat, lng } = points[id]!
      ids[id] = id
      grid.degrees[2 * id] = lat
      grid.degrees[2 * id + 1] = lng
    }
    grid.size = points.length
    grid.lay(ids)
    return grid
  }

  /** Inserts a point, or moves it. O(1) but for the rare laying anew. */
  put(id: number, { lat, lng }: Point): void {
    if (id >= this.places.length) this.grow(id + 1)
    this.remove(id)
    this.degrees[2 * id] = lat
    this.degrees[2 * id + 1] = lng
    this.enter(id)
    this.size++
    if (!isInside(this.frame, lat, lng)) this.strays++
    if (this.isOutgrown()) this.lay(this.present())
  }

  remove(id: number): void {
    if (!this.has(id)) return
    this.leave(id)
    this.size--
  }

  private enter(id: number): void {
    const { degrees } = this
    this.places[id] = this.blocks.add(this.cell(id), id, degrees[2 * id]!, degrees[2 * id + 1]!)
  }

  private leave(id: number): void {
    const place = this.places[id]!
    const moved = this.blocks.take(place)
    this.places[moved] = place
    this.places[id] = NOWHERE
  }

  /** Many more points, many outside the frame, or many crowded into few of its cells. */
  private isOutgrown(): boolean {
    const crowded = 1.5 * this.laidChained + this.size / (8 * BLOCK) + FEW
    return this.size > 2 * this.laidSize || this.strays > this.size / 4 + FEW || this.blocks.chained > crowded
  }

  private lay(ids: Int32Array): void {
    this.frame = frameOf(ids, this.degrees, PER_CELL)
    this.blocks = new Blocks(this.frame.rows * this.frame.columns)
    for (let n = 0; n < ids.length; n++) this.enter(ids[n]!)
    this.laidSize = this.size
    this.laidChained = this.blocks.chained
    this.strays = 0
  }

  private present(): Int32Array {
    const ids = new Int32Array(this.size)
    let count = 0
    for (let id = 0; id < this.places.length; id++) if (this.places[id] !== NOWHERE) ids[count++] = id
    return ids
  }

  private grow(least: number): void {
    const capacity = Math.max(least, 2 * this.places.length, 16)
    const places = new Int32Array(capacity).fill(NOWHERE)
    places.set(this.places)
    const degrees = new Float64Array(2 * capacity)
    degrees.set(this.degrees)
    this.places = places
    this.degrees = degrees
  }
}

const NOWHERE = -1
const FEW = 32
