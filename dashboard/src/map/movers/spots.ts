import type { Point } from '#contracts/domain/place.ts'
import type { Group } from '../groups.ts'
import { flatten } from '../mercator.ts'
import { ORIGIN } from './columns.ts'

/** Half of a mark of an incident, of the ring around the chosen one, and of the mark of a chosen point, in CSS pixels. */
const [INCIDENT_PX, CHOSEN_PX, POINT_PX] = [13, 21, 16]

const spot = (point: Point, radius: number): number[] => {
  const { x, y } = flatten(point)
  return [x - ORIGIN.x, y - ORIGIN.y, radius]
}

/** The marks that no dot may cover, as `keepClear` takes them. */
export const spotsOf = (
  groups: readonly Group[],
  selectedId: string | null,
  picked: Point | null,
): Float32Array =>
  Float32Array.from([
    ...groups.flatMap(([first]) => spot(first, first.id === selectedId ? CHOSEN_PX : INCIDENT_PX)),
    ...(picked === null ? [] : spot(picked, POINT_PX)),
  ])
