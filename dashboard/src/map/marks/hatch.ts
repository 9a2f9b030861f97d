import type { Mark } from './mark.ts'

/** Levels of coverage that are hatched; enough is left plain. */
export const hatches = ['none', 'thin'] as const
type Hatch = (typeof hatches)[number]

/** Side of the tile in CSS pixels: so the lines meet at its edges. */
export const HATCH_PX = 10

/** A tile of 20 units with lines that go on in the next one. */
export const hatchMark =
  (hatch: Hatch): Mark =>
  (context, palette) => {
    context.strokeStyle = palette.ink
    context.globalAlpha = hatch === 'none' ? 0.62 : 0.34
    context.lineWidth = hatch === 'none' ? 2.2 : 2
    const line = (from: [number, number], to: [number, number]): void => {
      context.beginPath()
      context.moveTo(...from)
      context.lineTo(...to)
      context.stroke()
    }
    for (const aside of [-20, 0, 20]) {
      line([aside - 2, 22], [aside + 22, -2])
      if (hatch === 'none') line([aside - 2, -2], [aside + 22, 22])
    }
  }
