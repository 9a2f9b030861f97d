import type { Facility } from '#contracts/domain/reference.ts'
import type { Mark } from './mark.ts'

/** The sign of each kind, in a square: no mark of a person or an incident has corners and a sign. */
const signs = {
  rumah_sakit: 'M10 5v10M5 10h10',
  posko_bpbd: 'M7 15.4V4.8M7 5.2h7l-2.2 2.6L14 10.4H7',
  bandara: 'M10 4.4v11.2M4.6 11 10 7.6l5.4 3.4M7.6 15.4 10 13.9l2.4 1.5',
  pelabuhan: 'M10 6.2v9.4M7.6 7.8h4.8M5 11.2c.4 2.7 2.3 4.4 5 4.4s4.6-1.7 5-4.4M10 4.2v.6',
} satisfies Record<Facility['type'], string>

/** Facilities stay back: an outline and a sign, no colour. */
export const facilityMark =
  (type: Facility['type']): Mark =>
  (context, palette) => {
    context.beginPath()
    context.roundRect(1.5, 1.5, 17, 17, 3)
    context.fillStyle = palette.panel
    context.fill()
    context.strokeStyle = palette.soft
    context.lineWidth = 1.4
    context.stroke()
    context.lineCap = 'round'
    context.lineWidth = 1.9
    context.stroke(new Path2D(signs[type]))
  }
