import { blend, stampOf, wipe, type Stamp, type Target } from './blend.ts'
import { MARK_PARTS, PLACE_PARTS } from './columns.ts'
import type { Sprite } from './sprites.ts'
import type { View } from './view.ts'

/** What is painted; places count from `ORIGIN`. */
export interface Scene {
  sprites: readonly Sprite[]
  /** As `MoverColumns` has them. */
  places: Float32Array
  marks: Float32Array
  /** The first one painted. */
  first: number
  /** Where other marks lie, which nobody may cover: of each x and y, CSS pixels to the right and down, and the radius. */
  spots: Float32Array
  /** Pixels of the device for one of the page. */
  ratio: number
}

export const SPOT_PARTS = 5

/** Nobody sees finer steps of fading. */
const SHADES = 32

/** Each mark in each shade, made when it is first needed. */
const openStamps = (sprites: readonly Sprite[], width: number) => {
  const stamps: (Stamp | undefined)[] = []
  const nothing = { columns: new Int16Array(), rows: new Int16Array(), colors: new Uint32Array() }
  return {
    isFor: (others: readonly Sprite[], other: number): boolean => sprites === others && width === other,
    of: (cell: number, opacity: number): Stamp => {
      const shade = Math.round(opacity * SHADES)
      return (stamps[cell * (SHADES + 1) + shade] ??= stampOf(
        sprites[cell] ?? nothing,
        shade / SHADES,
        width,
      ))
    },
  }
}

/** Paints everybody in view, the last one on top; keeps what it needs for the next picture of the same width. */
export const createPainting = () => {
  let stamps = openStamps([], 0)
  return (target: Target, scene: Scene, { left, top, side }: View): void => {
    const { sprites, places, marks, first, spots, ratio } = scene
    const { pixels, width } = target
    if (!stamps.isFor(sprites, width)) stamps = openStamps(sprites, width)
    pixels.fill(0)
    for (let one = first; one * PLACE_PARTS < places.length; one++) {
      const mark = one * MARK_PARTS
      const x = Math.round((places[one * PLACE_PARTS]! - left) * side + marks[mark + 2]! * ratio)
      const y = Math.round((places[one * PLACE_PARTS + 1]! - top) * side + marks[mark + 3]! * ratio)
      const stamp = stamps.of(marks[mark]!, marks[mark + 1]!)
      const { reach } = stamp
      if (x >= -reach && y >= -reach && x < width + reach && y < target.height + reach)
        blend(target, stamp, x, y)
    }
    for (let at = 0; at < spots.length; at += SPOT_PARTS) {
      const x = Math.round((spots[at]! - left) * side + spots[at + 2]! * ratio)
      const y = Math.round((spots[at + 1]! - top) * side + spots[at + 3]! * ratio)
      wipe(target, x, y, Math.round(spots[at + 4]! * ratio))
    }
  }
}
