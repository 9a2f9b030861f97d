import type { PeopleState } from '../model.ts'
import type { Palette } from '../palette.ts'
import type { Mark } from './mark.ts'

/** How well it is known where somebody is. */
export const fixes = ['fresh', 'stale', 'declared'] as const
export type Fix = (typeof fixes)[number]

interface Look {
  tone: keyof Palette
  /** Half the width of the body. */
  half: number
  body: 'round' | 'square'
  /** Something is asked of him: a ring around the body. */
  ringed: boolean
}

/** Shape and fill tell what somebody does; colour only repeats it. */
export const peopleLooks = {
  off: { tone: 'faint', half: 2.6, body: 'round', ringed: false },
  on_duty: { tone: 'there', half: 4.2, body: 'round', ringed: false },
  asked: { tone: 'there', half: 3, body: 'round', ringed: true },
  on_task: { tone: 'ink', half: 4.4, body: 'square', ringed: false },
  sos: { tone: 'kritis', half: 3.4, body: 'square', ringed: true },
} satisfies Record<PeopleState, Look>

const circle = (radius: number): Path2D => {
  const path = new Path2D()
  path.arc(10, 10, radius, 0, 2 * Math.PI)
  return path
}
const square = (half: number): Path2D => {
  const path = new Path2D()
  path.roundRect(10 - half, 10 - half, 2 * half, 2 * half, 1)
  return path
}

const ASKED_RADIUS = 6.2
const DECLARED_RADIUS = 8.8
/** Dashes and gaps around a declared place, in units of the mark. */
const DASHES = [2.9, 2.63]

/** Where he is now: a filled body. Where he was: its outline. What he declared: a broken ring, somewhere in this area. */
export const peopleMark = (state: PeopleState, fix: Fix): Mark => {
  const { tone, half, body, ringed } = peopleLooks[state]
  return (context, palette) => {
    const stroke = (path: Path2D, color: string, width: number): void => {
      context.strokeStyle = color
      context.lineWidth = width
      context.stroke(path)
    }
    const color = palette[tone]
    if (fix === 'declared') {
      context.setLineDash(DASHES)
      stroke(circle(DECLARED_RADIUS), color, 1.4)
      context.setLineDash([])
    }
    if (ringed) {
      stroke(circle(ASKED_RADIUS), palette.city, 3.6)
      stroke(circle(ASKED_RADIUS), color, 1.5)
    }
    const shape = body === 'square' ? square(half) : circle(half)
    stroke(shape, palette.city, fix === 'stale' ? 4.4 : 2.4)
    context.fillStyle = fix === 'stale' ? palette.city : color
    context.fill(shape)
    if (fix === 'stale') stroke(shape, color, 1.6)
  }
}
