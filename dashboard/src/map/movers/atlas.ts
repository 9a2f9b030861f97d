import { paint } from '../marks/mark.ts'
import { peopleMark } from '../marks/people.ts'
import type { Palette } from '../palette.ts'
import { cells } from './columns.ts'

/** Side of a mark in CSS pixels. */
export const MARK_PX = 18

/** All marks side by side, in the colours of the page, sharp at this pixel ratio. */
export const atlasOf = (palette: Palette, ratio: number): HTMLCanvasElement => {
  const side = MARK_PX * ratio
  const atlas = document.createElement('canvas')
  atlas.width = side * cells.length
  atlas.height = side
  const context = atlas.getContext('2d')
  if (context === null) throw new Error('This browser gives no canvas to draw on')
  const one = document.createElement('canvas')
  for (const [cell, { state, fix }] of cells.entries()) {
    paint(one, peopleMark(state, fix), { size: MARK_PX, ratio, palette })
    context.drawImage(one, cell * side, 0)
  }
  return atlas
}
