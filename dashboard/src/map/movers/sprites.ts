import { paint } from '../marks/mark.ts'
import { peopleMark } from '../marks/people.ts'
import type { Palette } from '../palette.ts'
import { cells } from './columns.ts'

/** Side of a mark in CSS pixels. */
export const MARK_PX = 18

/** The picture of a mark: every pixel that is not empty, in pixels of the device from its middle. */
export interface Sprite {
  columns: Int16Array
  rows: Int16Array
  /** As `ImageData` has them: on every machine that runs a browser a 32-bit number with the opacity on top. */
  colors: Uint32Array
}

/** Cut out of a square whose middle is the middle of the mark. */
export const cutOut = (square: Uint32Array, side: number): Sprite => {
  const seen = [...square.keys()].filter((index) => square[index]! >>> 24 > 0)
  const half = side >> 1
  return {
    columns: Int16Array.from(seen, (index) => (index % side) - half),
    rows: Int16Array.from(seen, (index) => Math.floor(index / side) - half),
    colors: Uint32Array.from(seen, (index) => square[index]!),
  }
}

/** The mark of each cell in the colours of the page, sharp at this pixel ratio. */
export const spritesOf = (palette: Palette, ratio: number): Sprite[] => {
  const canvas = document.createElement('canvas')
  return cells.map(({ state, fix }) => {
    const context = paint(canvas, peopleMark(state, fix), { size: MARK_PX, ratio, palette })
    const { data, width } = context.getImageData(0, 0, canvas.width, canvas.height)
    return cutOut(new Uint32Array(data.buffer), width)
  })
}
