import { severities } from '#contracts/domain/words.ts'
import { flatten, worldPx } from './mercator.ts'
import type { MapIncident } from './model.ts'

/** Incidents whose marks would lie on each other. The first is drawn for all: the chosen one, else the gravest. */
export type Group = readonly [MapIncident, ...MapIncident[]]

/** Marks nearer than this are one: the button over a group (`crowds.tsx`) is as wide, and no two buttons may cover each other. */
export const REACH_PX = { pointer: 28, thumb: 40 }

const rankOf = ({ severity, status }: MapIncident): number =>
  severities.indexOf(severity) + (status === 'controlled' ? 0 : severities.length)

/** Who is drawn first: the chosen one, then what is not under control, then the graver; by number among equals. */
const foremost =
  (selectedId: string | null) =>
  (a: MapIncident, b: MapIncident): number =>
    Number(b.id === selectedId) - Number(a.id === selectedId) ||
    rankOf(b) - rankOf(a) ||
    a.number.localeCompare(b.number)

/** Puts together what would overlap at this zoom; far enough apart everybody stands alone. */
export const groupsOf = (
  incidents: readonly MapIncident[],
  zoom: number,
  selectedId: string | null,
  reachPx: number = REACH_PX.pointer,
): Group[] => {
  const side = worldPx(zoom)
  const groups: { x: number; y: number; members: [MapIncident, ...MapIncident[]] }[] = []
  for (const incident of incidents.toSorted(foremost(selectedId))) {
    const place = flatten(incident)
    const [x, y] = [place.x * side, place.y * side]
    const near = groups.find((group) => Math.hypot(group.x - x, group.y - y) < reachPx)
    if (near) near.members.push(incident)
    else groups.push({ x, y, members: [incident] })
  }
  return groups.map(({ members }) => members)
}
