import type { Group } from './groups.ts'
import { DOTS_FROM_ZOOM } from './look.ts'
import { flatten, worldPx } from './mercator.ts'
import type { MapIncident } from './model.ts'
import { ORIGIN } from './movers/columns.ts'

/** A number under its mark, in CSS pixels: as wide as this for each letter, so high, and its middle so far down. */
const LETTER_PX = 7.2
const HEIGHT_PX = 16
const DOWN_PX = 22
/** Half a mark. */
const MARK_PX = 13

interface Box {
  x: number
  y: number
  halfWidth: number
  halfHeight: number
}

const halfWidthOf = ({ number }: MapIncident): number => (number.length * LETTER_PX) / 2

const touches = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth && Math.abs(a.y - b.y) < a.halfHeight + b.halfHeight

/**
 * Of the groups those whose number has room under its mark: it lies on no other mark and on no number of one before it. The
 * chosen one has its number wherever it lies. Below the zoom of dots nobody has one.
 */
export const numberedOf = (
  groups: readonly Group[],
  zoom: number,
  selectedId: string | null,
): ReadonlySet<string> => {
  if (zoom < DOTS_FROM_ZOOM) return new Set()
  const side = worldPx(zoom)
  const marks = groups.map(([first]): { first: MapIncident; mark: Box } => {
    const { x, y } = flatten(first)
    return { first, mark: { x: x * side, y: y * side, halfWidth: MARK_PX, halfHeight: MARK_PX } }
  })
  const numbers: Box[] = []
  const numbered = new Set<string>()
  for (const { first, mark } of marks) {
    const number: Box = {
      x: mark.x,
      y: mark.y + DOWN_PX,
      halfWidth: halfWidthOf(first),
      halfHeight: HEIGHT_PX / 2,
    }
    const isFree =
      numbers.every((other) => !touches(number, other)) &&
      marks.every((other) => other.mark === mark || !touches(number, other.mark))
    if (!isFree && first.id !== selectedId) continue
    numbers.push(number)
    numbered.add(first.id)
  }
  return numbered
}

/** How far apart the discs lie that together clear a number. */
const STEP_PX = HEIGHT_PX / 2

/** The numbers that no dot may cover, as `keepClear` of the movers takes them: a row of discs for each. */
export const numberSpots = (groups: readonly Group[], numbered: ReadonlySet<string>): number[] =>
  groups.flatMap(([first]) => {
    if (!numbered.has(first.id)) return []
    const { x, y } = flatten(first)
    const reach = halfWidthOf(first) - STEP_PX
    const discs = Math.ceil((2 * reach) / STEP_PX)
    return Array.from({ length: discs + 1 }, (_, disc) => [
      x - ORIGIN.x,
      y - ORIGIN.y,
      (disc * 2 * reach) / discs - reach,
      DOWN_PX,
      HEIGHT_PX / 2,
    ]).flat()
  })
