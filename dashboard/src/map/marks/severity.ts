import type { Severity } from '#contracts/domain/words.ts'
import type { Palette } from '../palette.ts'
import type { Mark } from './mark.ts'

interface Shape {
  outline: string
  /** Filled with the colour, or only drawn around with it. */
  filled: boolean
  /** Where the exclamation mark stands, from the top; null: none. */
  sign: number | null
}

/** The shapes of ui/severity-mark.tsx: who cannot tell the colours apart tells these apart. */
export const severityShapes = {
  kritis: { outline: 'M6.2 1.5h7.6l4.7 4.7v7.6l-4.7 4.7H6.2l-4.7-4.7V6.2z', filled: true, sign: 0 },
  tinggi: { outline: 'M10 2.2 18.6 17H1.4z', filled: true, sign: 1.6 },
  sedang: { outline: 'M10 2 18 10l-8 8-8-8z', filled: true, sign: null },
  rendah: { outline: 'M10 3.4a6.6 6.6 0 1 0 .001 0z', filled: false, sign: null },
} satisfies Record<Severity, Shape>

const paintSign = (context: CanvasRenderingContext2D, top: number): void => {
  context.beginPath()
  context.roundRect(9, 5.2 + top, 2, 6, 1)
  context.arc(10, 13.6 + top, 1.25, 0, 2 * Math.PI)
  context.fill()
}

const pathOf = (outline: string): Path2D => new Path2D(outline)

/** A halo of the panel's colour sets it off from dots and lines beneath. `calm`: under control, so only the outline is left. */
export const severityMark = (severity: Severity, calm = false): Mark => {
  const { outline, sign, ...shape } = severityShapes[severity]
  const filled = shape.filled && !calm
  return (context, palette: Palette) => {
    const path = pathOf(outline)
    context.strokeStyle = palette.panel
    context.lineWidth = filled ? 3 : 5
    context.stroke(path)
    context.fillStyle = filled ? palette[severity] : palette.panel
    context.fill(path)
    if (!filled) {
      context.strokeStyle = palette[severity]
      context.lineWidth = calm ? 1.8 : 2.4
      context.stroke(path)
    }
    context.fillStyle = calm ? palette[severity] : palette.onMark
    if (sign !== null) paintSign(context, sign)
  }
}
