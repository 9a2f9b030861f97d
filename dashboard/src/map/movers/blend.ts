import type { Sprite } from './sprites.ts'

/** Pixels as `ImageData` has them: colours are not multiplied by their opacity. */
export interface Target {
  pixels: Uint32Array
  width: number
  height: number
}

/** A sprite at one opacity, for pictures of one width. */
export interface Stamp extends Sprite {
  /** Of each pixel, along the rows of the picture from the middle of the mark. */
  offsets: Int32Array
  /** No pixel lies further from the middle, to any side. */
  reach: number
}

const BITS = 22
const HALF = 2 ** (BITS - 1)
/** To divide by an opacity: times this, and `BITS` bits down. Rounded down, so that no colour grows beyond its byte. */
const PER_OPACITY = Uint32Array.from({ length: 256 }, (_, opacity) =>
  opacity === 0 ? 0 : Math.floor(2 ** BITS / opacity),
)

/** `opacity` from 0 to 1; `width` of the picture. */
export const stampOf = ({ columns, rows, colors }: Sprite, opacity: number, width: number): Stamp => ({
  columns,
  rows,
  colors: colors.map((color) => ((Math.round((color >>> 24) * opacity) << 24) | (color & 0xffffff)) >>> 0),
  offsets: Int32Array.from(columns, (column, one) => rows[one]! * width + column),
  reach: [...columns, ...rows].reduce((most, away) => Math.max(most, Math.abs(away)), 0),
})

/** One colour over another, both as in `ImageData`; in whole numbers, as this is done a million times for a picture. */
const over = (below: number, above: number): number => {
  const opacity = above >>> 24
  const rest = (((below >>> 24) * (255 - opacity) + 127) * 257 + 257) >>> 16
  const both = opacity + rest
  const share = opacity * PER_OPACITY[both]!
  const [red, green, blue] = [below & 255, (below >>> 8) & 255, (below >>> 16) & 255]
  return (
    (both << 24) |
    ((blue + (((((above >>> 16) & 255) - blue) * share + HALF) >> BITS)) << 16) |
    ((green + (((((above >>> 8) & 255) - green) * share + HALF) >> BITS)) << 8) |
    (red + ((((above & 255) - red) * share + HALF) >> BITS))
  )
}

const mix = (pixels: Uint32Array, at: number, color: number): void => {
  const below = pixels[at]!
  pixels[at] = below === 0 || color >>> 24 === 255 ? color : over(below, color)
}

/** Paints a mark with its middle at a pixel; what lies beyond the edge is left out. */
export const blend = (
  { pixels, width, height }: Target,
  { columns, rows, colors, offsets, reach }: Stamp,
  x: number,
  y: number,
): void => {
  const middle = y * width + x
  if (x >= reach && y >= reach && x + reach < width && y + reach < height) {
    for (let one = 0; one < colors.length; one++) mix(pixels, middle + offsets[one]!, colors[one]!)
    return
  }
  for (let one = 0; one < colors.length; one++) {
    const [column, row] = [x + columns[one]!, y + rows[one]!]
    if (column >= 0 && row >= 0 && column < width && row < height)
      mix(pixels, middle + offsets[one]!, colors[one]!)
  }
}

/** Takes everything away around a pixel. */
export const wipe = ({ pixels, width, height }: Target, x: number, y: number, radius: number): void => {
  const [top, bottom] = [Math.max(0, y - radius), Math.min(height - 1, y + radius)]
  for (let row = top; row <= bottom; row++) {
    const half = Math.floor(Math.sqrt(radius * radius - (row - y) ** 2))
    const [from, to] = [Math.max(0, x - half), Math.min(width, x + half + 1)]
    if (from < to) pixels.fill(0, row * width + from, row * width + to)
  }
}
