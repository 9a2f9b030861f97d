import type { Point } from '#contracts/domain/place.ts'
import type { Vehicle } from '#contracts/domain/words.ts'
import { circle, type Position, Ring } from '#contracts/domain/zone/ring.ts'
import type { ZoneKind } from '#contracts/domain/zone/zone.ts'
import type { ZoneView } from '#contracts/wire/routes/zones.ts'
import type { Area } from '../shared/areas.ts'
import { inserted } from './corners.ts'
import { momentOf, writtenMoment } from '../../time/written.ts'

/** A zone as it is being drawn. */
export interface ZoneDraft {
  /** The zone that is being changed; null: a new one. */
  id: string | null
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
  /** Until when, as the field has it, in WITA; null: `hours` from now. */
  until: string | null
  reason: string
  drill: boolean
}

export const emptyZone: ZoneDraft = {
  id: null,
  kind: 'banjir',
  shape: 'circle',
  kelurahan: null,
  middle: null,
  radius: '500',
  corners: [],
  bars: ['motorcycle', 'car', 'pickup'],
  hours: 6,
  until: null,
  reason: '',
  drill: false,
}

/** A zone as it stands, to be changed corner by corner. */
export const draftOf = ({ id, kind, polygon, bars, until, reason, drill }: ZoneView): ZoneDraft => ({
  ...emptyZone,
  id,
  kind,
  shape: 'corners',
  corners: polygon.coordinates[0].slice(0, -1).map(([lng, lat]) => ({ lat, lng })),
  bars,
  until: writtenMoment(until),
  reason,
  drill,
})

const LEAST_M = 50
const MOST_M = 5000

/** The radius in metres, or null when it is none that a zone may have. */
export const radiusOf = ({ radius }: ZoneDraft): number | null => {
  const metres = Number(radius.trim().replace('.', ''))
  return Number.isInteger(metres) && metres >= LEAST_M && metres <= MOST_M ? metres : null
}

/** A click on the map: the middle of the circle, or one more corner; of a zone that stands, in the edge nearest to it. */
export const taken = (draft: ZoneDraft, point: Point): ZoneDraft =>
  draft.shape === 'circle'
    ? { ...draft, middle: point, kelurahan: null }
    : {
        ...draft,
        corners: draft.id === null ? [...draft.corners, point] : inserted(draft.corners, point),
      }

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

export const zoneFaults = [
  'missing',
  'crossed',
  'radiusWrong',
  'barsMissing',
  'untilWrong',
  'reasonMissing',
] as const
export type ZoneFault = (typeof zoneFaults)[number]

/** What keeps it from being sent, in the order of the form. */
export const faultsIn = (draft: ZoneDraft, areas: readonly Area[], now: number): ZoneFault[] => {
  const until = draft.until === null ? null : (momentOf(draft.until) ?? '')
  const outline = outlineOf(draft, areas)
  const isLacking =
    draft.shape === 'circle' ? draft.middle === null && draft.kelurahan === null : outline.length < 4
  const faults: Record<ZoneFault, boolean> = {
    missing: isLacking,
    crossed: !isLacking && outline.length > 0 && !Ring.safeParse(outline).success,
    radiusWrong: draft.shape === 'circle' && radiusOf(draft) === null,
    untilWrong: until !== null && until <= new Date(now).toISOString(),
    barsMissing: draft.bars.length === 0,
    reasonMissing: draft.reason.trim() === '',
  }
  return zoneFaults.filter((fault) => faults[fault])
}
