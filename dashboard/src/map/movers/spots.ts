import type { Point } from '#contracts/domain/place.ts'
import type { Group } from '../groups.ts'
import { flatten } from '../mercator.ts'
import { ORIGIN } from './columns.ts'

/** Half of a mark of an incident, of the ring around the chosen one, and of the mark of a chosen point, in CSS pixels. */
const [INCIDENT_PX, CHOSEN_PX, POINT_PX] = [13, 21, 16]

/** The number of a group: half its width, and how far it lies from the mark, to the right and up. */
const BADGE = { radius: 9, aside: 12 }

const spot = (point: Point, radius: number, aside = 0): number[] => {
  const { x, y } = flatten(point)
  return [x - ORIGIN.x, y - ORIGIN.y, aside, -aside, radius]
}

const spotsOfGroup = ([first, ...others]: Group, selectedId: string | null): number[] => [
  ...spot(first, first.id === selectedId ? CHOSEN_PX : INCIDENT_PX),
  ...(others.length > 0 ? spot(first, BADGE.radius, BADGE.aside) : []),
]

/** The marks that no dot may cover, as `keepClear` takes them. */
export const spotsOf = (
  groups: readonly Group[],
  selectedId: string | null,
  picked: Point | null,
): Float32Array =>
  Float32Array.from([
    ...groups.flatMap((group) => spotsOfGroup(group, selectedId)),
    ...(picked === null ? [] : spot(picked, POINT_PX)),
  ])
