import type { Point } from '#contracts/domain/place.ts'
import { columnAt, type Frame, rowAt } from './frame.ts'
import { chordAcrossLatitudes, chordAcrossLongitudes, RADIANS } from './sphere.ts'

/**
 * A walk over the cells of a frame from one point outwards: a rectangle that grows by one strip of cells, always on the
 * side whose outside is nearest. `beyondM` never falls: whoever lies in no cell walked so far is at least that many
 * metres away, straight through the earth.
 */
export class Window {
  /** Of 0 before the first step; of Infinity when nothing is left. */
  beyondM = 0
  /** The strip that the last step added: columns west to east, rows south to north. */
  west = 0
  east = -1
  south = 0
  north = -1
  private frame: Frame
  private lat = 0
  private lng = 0
  private cosLat = 1
  private wholeWest = 0
  private wholeEast = -1
  private wholeSouth = 0
  private wholeNorth = -1
  private gapWest = 0
  private gapEast = 0
  private gapSouth = 0
  private gapNorth = 0

  constructor(frame: Frame, point: Point) {
    this.frame = frame
    this.open(frame, point)
  }

  /** Begins anew, before the cell of this point. */
  open(frame: Frame, { lat, lng }: Point): void {
    this.frame = frame
    this.lat = lat
    this.lng = lng
    this.cosLat = Math.cos(lat * RADIANS)
    this.wholeWest = columnAt(frame, lng)
    this.wholeEast = this.wholeWest - 1
    this.wholeSouth = this.wholeNorth = rowAt(frame, lat)
    this.beyondM = 0
  }

  /** Adds the next strip; the first is the cell of the point itself. */
  grow(): void {
    if (this.wholeEast < this.wholeWest) this.begin()
    else if (this.gapWest === this.beyondM) {
      this.gapWest = this.westOf(--this.wholeWest)
      this.add(this.wholeWest, this.wholeWest, this.wholeSouth, this.wholeNorth)
    } else if (this.gapEast === this.beyondM) {
      this.gapEast = this.eastOf(++this.wholeEast)
      this.add(this.wholeEast, this.wholeEast, this.wholeSouth, this.wholeNorth)
    } else if (this.gapSouth === this.beyondM) {
      this.gapSouth = this.southOf(--this.wholeSouth)
      this.add(this.wholeWest, this.wholeEast, this.wholeSouth, this.wholeSouth)
    } else {
      this.gapNorth = this.northOf(++this.wholeNorth)
      this.add(this.wholeWest, this.wholeEast, this.wholeNorth, this.wholeNorth)
    }
  }

  /** Whether this cell was walked. */
  covers(cell: number): boolean {
    const column = cell % this.frame.columns
    const row = (cell - column) / this.frame.columns
    const isWithin = column >= this.wholeWest && column <= this.wholeEast
    return isWithin && row >= this.wholeSouth && row <= this.wholeNorth
  }

  private begin(): void {
    this.wholeEast = this.wholeWest
    this.gapWest = this.westOf(this.wholeWest)
    this.gapEast = this.eastOf(this.wholeEast)
    this.gapSouth = this.southOf(this.wholeSouth)
    this.gapNorth = this.northOf(this.wholeNorth)
    this.add(this.wholeWest, this.wholeEast, this.wholeSouth, this.wholeNorth)
  }

  private add(west: number, east: number, south: number, north: number): void {
    this.west = west
    this.east = east
    this.south = south
    this.north = north
    this.beyondM = Math.min(this.gapWest, this.gapEast, this.gapSouth, this.gapNorth)
  }

  // Metres to whatever lies beyond a column or a row of cells; those at the border reach on for ever.
  private westOf(column: number): number {
    const { west, cellLng } = this.frame
    if (column === 0) return Infinity
    return Math.max(0, chordAcrossLongitudes(this.lng - (west + column * cellLng), this.cosLat))
  }
  private eastOf(column: number): number {
    const { west, cellLng, columns } = this.frame
    if (column === columns - 1) return Infinity
    return Math.max(0, chordAcrossLongitudes(west + (column + 1) * cellLng - this.lng, this.cosLat))
  }
  private southOf(row: number): number {
    const { south, cellLat } = this.frame
    if (row === 0) return Infinity
    return Math.max(0, chordAcrossLatitudes(this.lat - (south + row * cellLat)))
  }
  private northOf(row: number): number {
    const { south, cellLat, rows } = this.frame
    if (row === rows - 1) return Infinity
    return Math.max(0, chordAcrossLatitudes(south + (row + 1) * cellLat - this.lat))
  }
}
