import { severities } from '#contracts/domain/words.ts'
import type { MapIncident } from './model.ts'

/** Incidents whose marks would lie on each other. The first is drawn for all: the chosen one, else the gravest. */
export type Group = readonly [MapIncident, ...MapIncident[]]

/** Marks nearer than this are one: the button over a group is as wide, and no two buttons may cover each other. */
const REACH_PX = 28
/** The world at zoom 0, as MapLibre has it. */
const WORLD_PX = 512

/** Pixels of the Mercator world at this zoom. */
const onWorld = ({ lat, lng }: MapIncident, zoom: number): { x: number; y: number } => {
  const size = WORLD_PX * 2 ** zoom
  const north = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))
  return { x: ((lng + 180) / 360) * size, y: (0.5 - north / (2 * Math.PI)) * size }
}

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
): Group[] => {
  const groups: { x: number; y: number; members: [MapIncident, ...MapIncident[]] }[] = []
  for (const incident of incidents.toSorted(foremost(selectedId))) {
    const { x, y } = onWorld(incident, zoom)
    const near = groups.find((group) => Math.hypot(group.x - x, group.y - y) < REACH_PX)
    if (near) near.members.push(incident)
    else groups.push({ x, y, members: [incident] })
  }
  return groups.map(({ members }) => members)
}
