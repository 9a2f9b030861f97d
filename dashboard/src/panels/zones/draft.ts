import type { Point } from '#contracts/domain/place.ts'
import type { Vehicle } from '#contracts/domain/words.ts'
import { circle, type Position, Ring } from '#contracts/domain/zone/ring.ts'
import type { ZoneKind } from '#contracts/domain/zone/zone.ts'
import type { Area } from '../shared/areas.ts'

/** A zone as it is being drawn. */
export interface ZoneDraft {
  kind: ZoneKind
  shape: 'circle' | 'corners'
  /** The middle of the circle: a kelurahan's reference point, or a point of the map. */
  kelurahan: string | null
  middle: Point | null
  /** As typed. */
  radius: string
  corners: readonly Point[]
  bars: readonly Vehicle[]
  hours: number
  reason: string
  drill: boolean
}

export const emptyZone: ZoneDraft = {
  kind: 'banjir',
  shape: 'circle',
  kelurahan: null,
  middle: null,
  radius: '500',
  corners: [],
  bars: ['motorcycle', 'car', 'pickup'],
  hours: 6,
  reason: '',
  drill: false,
}

const LEAST_M = 50
const MOST_M = 5000

/** The radius in metres, or null when it is none that a zone may have. */
export const radiusOf = ({ radius }: ZoneDraft): number | null => {
  const metres = Number(radius.trim().replace('.', ''))
  return Number.isInteger(metres) && metres >= LEAST_M && metres <= MOST_M ? metres : null
}

/** A click on the map: the middle of the circle, or one more corner. */
export const taken = (draft: ZoneDraft, point: Point): ZoneDraft =>
  draft.shape === 'circle'
    ? { ...draft, middle: point, kelurahan: null }
    : { ...draft, corners: [...draft.corners, point] }

/** What the map shows of it so far; closed from three corners on. */
export const outlineOf = (draft: ZoneDraft, areas: readonly Area[]): Position[] => {
  if (draft.shape === 'circle') {
    const middle = draft.middle ?? areas.find(({ code }) => code === draft.kelurahan)
    const metres = radiusOf(draft)
    return middle === undefined || metres === null ? [] : circle(middle, metres)
  }
  const corners = draft.corners.map(({ lat, lng }): Position => [lng, lat])
  return corners.length < 3 ? corners : [...corners, ...corners.slice(0, 1)]
}

export const zoneFaults = ['missing', 'crossed', 'radiusWrong', 'barsMissing', 'reasonMissing'] as const
export type ZoneFault = (typeof zoneFaults)[number]

/** What keeps it from being sent, in the order of the form. */
export const faultsIn = (draft: ZoneDraft, areas: readonly Area[]): ZoneFault[] => {
  const outline = outlineOf(draft, areas)
  const isLacking =
    draft.shape === 'circle' ? draft.middle === null && draft.kelurahan === null : outline.length < 4
  const faults: Record<ZoneFault, boolean> = {
    missing: isLacking,
    crossed: !isLacking && outline.length > 0 && !Ring.safeParse(outline).success,
    radiusWrong: draft.shape === 'circle' && radiusOf(draft) === null,
    barsMissing: draft.bars.length === 0,
    reasonMissing: draft.reason.trim() === '',
  }
  return zoneFaults.filter((fault) => faults[fault])
}
