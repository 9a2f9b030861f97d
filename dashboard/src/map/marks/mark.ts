import type { Palette } from '../palette.ts'

/** Paints a mark in a square of `MARK_SIDE` units. */
export type Mark = (context: CanvasRenderingContext2D, palette: Palette) => void

const MARK_SIDE = 20

/** Paints on a canvas of `size` CSS pixels, sharp at the given pixel ratio. */
export const paint = (
  canvas: HTMLCanvasElement,
  mark: Mark,
  { size, ratio, palette }: { size: number; ratio: number; palette: Palette },
): CanvasRenderingContext2D => {
  canvas.width = Math.ceil(size * ratio)
  canvas.height = canvas.width
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('This browser gives no canvas to draw on')
  context.scale(canvas.width / MARK_SIDE, canvas.height / MARK_SIDE)
  context.lineJoin = 'round'
  mark(context, palette)
  return context
}

/** A mark as the map takes it. */
export const imageOf = (mark: Mark, size: number, ratio: number, palette: Palette): ImageData => {
  const canvas = document.createElement('canvas')
  return paint(canvas, mark, { size, ratio, palette }).getImageData(0, 0, canvas.width, canvas.height)
}
