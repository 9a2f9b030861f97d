import type { Feature, LineString, Point as Dot, Polygon } from 'geojson'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Position } from '#contracts/domain/zone/ring.ts'
import { collection } from '../geo.ts'
import { font } from '../look.ts'
import type { Palette } from '../palette.ts'

export const ZONES = 'zones'

/** A danger zone as the map shows it. */
export interface MapZone {
  id: string
  ring: readonly Position[]
  /** Not yet in force. */
  planned: boolean
  /** What it is and until when, in a few words. */
  label: string
}

interface Look {
  look: 'active' | 'planned' | 'draft'
  label: string
}
type Shape = Feature<Polygon | LineString | Dot, Look>

const shapeOf = (ring: readonly Position[]): Polygon | LineString | Dot => {
  const [first = [0, 0]] = ring
  if (ring.length >= 4) return { type: 'Polygon', coordinates: [[...ring]] }
  return ring.length === 1
    ? { type: 'Point', coordinates: first }
    : { type: 'LineString', coordinates: [...ring] }
}

/** `draft`: the corners of a zone that is being drawn. */
export const zoneData = (zones: readonly MapZone[], draft: readonly Position[]) =>
  collection([
    ...zones.map(({ ring, planned, label }): Shape => ({
      type: 'Feature',
      properties: { look: planned ? 'planned' : 'active', label },
      geometry: shapeOf(ring),
    })),
    ...(draft.length === 0
      ? []
      : [
          {
            type: 'Feature',
            properties: { look: 'draft', label: '' },
            geometry: shapeOf(draft),
          } satisfies Shape,
        ]),
  ])

const isDraft: ExpressionSpecification = ['==', ['get', 'look'], 'draft']

/** Danger is drawn in ink, not in the hues of severity: a zone says where not to go, not how bad it is. */
export const zoneLayers = ({ ink, accent, panel }: Palette): LayerSpecification[] => [
  {
    id: 'zone-fill',
    type: 'fill',
    source: ZONES,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: {
      'fill-color': ['case', isDraft, accent, ink],
      'fill-opacity': ['match', ['get', 'look'], 'active', 0.17, 0.07],
    },
  },
  {
    id: 'zone-line',
    type: 'line',
    source: ZONES,
    paint: {
      'line-color': ['case', isDraft, accent, ink],
      'line-width': 1.8,
      'line-dasharray': [3, 2],
    },
  },
  {
    id: 'zone-corner',
    type: 'circle',
    source: ZONES,
    filter: isDraft,
    paint: {
      'circle-radius': 4,
      'circle-color': accent,
      'circle-stroke-color': panel,
      'circle-stroke-width': 1.5,
    },
  },
  {
    id: 'zone-names',
    type: 'symbol',
    source: ZONES,
    layout: {
      'text-field': ['get', 'label'],
      'text-font': font.strong,
      'text-size': 12,
      'text-max-width': 8,
    },
    paint: { 'text-color': ink, 'text-halo-color': panel, 'text-halo-width': 1.5 },
  },
]
