import type { Feature, LineString } from 'geojson'
import type { LayerSpecification, LineLayerSpecification } from 'maplibre-gl'
import { bordersOf, districtLabels, labelPoint, type Areas, type BorderKind } from '../areas.ts'
import { collection, dot } from '../geo.ts'
import { DOTS_FROM_ZOOM, font } from '../look.ts'
import type { Palette } from '../palette.ts'

/** Sources of this layer; `areaData` has the data of each. */
export const areaSources = ['areas', 'borders', 'area-names', 'district-names'] as const

interface Border {
  kind: BorderKind
  /** Drawn broken: an estimate of ours. */
  estimated: boolean
}

export const areaData = ({ collection: areas, estimated }: Areas) => ({
  areas,
  borders: collection(
    bordersOf(areas).map(({ kind, ends }): Feature<LineString, Border> => ({
      type: 'Feature',
      properties: { kind, estimated: estimated && kind !== 'kecamatan' },
      geometry: { type: 'LineString', coordinates: ends },
    })),
  ),
  'area-names': collection(
    areas.features.map((area) => dot(labelPoint(area), { name: area.properties.name })),
  ),
  'district-names': collection(
    districtLabels(areas).map(({ kecamatan, ...point }) => dot(point, { name: kecamatan })),
  ),
})

const border = (
  id: string,
  kinds: BorderKind[],
  paint: LineLayerSpecification['paint'],
): LineLayerSpecification => ({
  id,
  type: 'line',
  source: 'borders',
  filter: ['in', ['get', 'kind'], ['literal', kinds]],
  layout: { 'line-cap': 'round' },
  paint: {
    'line-dasharray': ['case', ['get', 'estimated'], ['literal', [4, 4]], ['literal', [1, 0]]],
    ...paint,
  },
})

export const areaLayers = (palette: Palette): LayerSpecification[] => [
  { id: 'city', type: 'fill', source: 'areas', paint: { 'fill-color': palette.city } },
  border('area-lines', ['kelurahan'], { 'line-color': palette.line, 'line-width': 1.2 }),
  border('district-lines', ['kecamatan', 'limit'], {
    'line-color': palette.border,
    'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1.1, 14, 2.2],
  }),
]

/** Places around a point at so many ems: above it, below it, beside it, and at its corners. */
const around = (ems: number): (string | [number, number])[] => [
  'bottom',
  [0, -ems],
  'top',
  [0, ems],
  'left',
  [ems, 0],
  'right',
  [-ems, 0],
  'bottom-left',
  [ems, -ems],
  'bottom-right',
  [-ems, -ems],
  'top-left',
  [ems, ems],
  'top-right',
  [-ems, ems],
]

/** Far away the kecamatan are named. They lie above the counts, which have more places to step aside to. */
export const districtNameLayers = ({ word, city }: Palette): LayerSpecification[] => [
  {
    id: 'district-names',
    type: 'symbol',
    source: 'district-names',
    maxzoom: DOTS_FROM_ZOOM,
    layout: {
      'text-field': ['upcase', ['get', 'name']],
      'text-font': font.strong,
      'text-size': 12,
      'text-letter-spacing': 0.12,
      // Out of the way of incidents where there is room, further off in a crowd, but never left out.
      'text-variable-anchor-offset': ['center', [0, 0], ...around(1.3), ...around(2.6)],
      'text-allow-overlap': true,
    },
    paint: { 'text-color': word, 'text-halo-color': city, 'text-halo-width': 1.5 },
  },
]

/** Near by the kelurahan are named. */
export const areaNameLayers = ({ word, city }: Palette): LayerSpecification[] => [
  {
    id: 'area-names',
    type: 'symbol',
    source: 'area-names',
    minzoom: DOTS_FROM_ZOOM,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': font.plain,
      'text-size': ['interpolate', ['linear'], ['zoom'], 12.5, 11, 15, 13],
      'text-max-width': 7,
      // The reference point itself is left to those who declared this area.
      'text-variable-anchor': ['bottom', 'top', 'left', 'right'],
      'text-radial-offset': 0.9,
      'text-padding': 4,
    },
    paint: { 'text-color': word, 'text-halo-color': city, 'text-halo-width': 1.5 },
  },
]
