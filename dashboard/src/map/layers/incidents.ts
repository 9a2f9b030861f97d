import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { severities, type Severity } from '#contracts/domain/words.ts'
import { collection, dot } from '../geo.ts'
import { font } from '../look.ts'
import { imageOf } from '../marks/mark.ts'
import { addPill } from '../marks/pill.ts'
import { severityMark } from '../marks/severity.ts'
import type { Group } from '../groups.ts'
import type { Palette } from '../palette.ts'

export const INCIDENTS = 'incidents'
const SIZE_PX = 24
const BADGE = 'crowd'

const imageName = (severity: Severity, calm: boolean): string => `severity-${severity}${calm ? '-calm' : ''}`

/** One mark for each group, with its count. The chosen one last, the graver above the lighter; `numbered`: whose number has room. */
export const incidentData = (
  groups: readonly Group[],
  selectedId: string | null,
  numbered: ReadonlySet<string>,
) =>
  collection(
    groups.map(([{ id, number, severity, status, ...point }, ...others]) =>
      dot(point, {
        id,
        number,
        count: others.length + 1,
        image: imageName(severity, status === 'controlled'),
        rank: severities.indexOf(severity) + (id === selectedId ? severities.length : 0),
        selected: id === selectedId,
        numbered: numbered.has(id),
      }),
    ),
  )

export const addIncidentImages = (map: MapLibreMap, palette: Palette, ratio: number): void => {
  for (const severity of severities)
    for (const calm of [false, true]) {
      const image = imageOf(severityMark(severity, calm), SIZE_PX, ratio, palette)
      map.addImage(imageName(severity, calm), image, { pixelRatio: ratio })
    }
  addPill(map, { name: BADGE, fill: 'ink', edge: 'panel' }, palette, ratio)
}

export const incidentLayers = ({ accent, ink, panel }: Palette): LayerSpecification[] => [
  {
    id: 'selection',
    type: 'circle',
    source: INCIDENTS,
    filter: ['get', 'selected'],
    paint: {
      'circle-radius': 19,
      'circle-color': accent,
      'circle-opacity': 0.14,
      'circle-stroke-color': accent,
      'circle-stroke-width': 2.5,
    },
  },
  {
    id: INCIDENTS,
    type: 'symbol',
    source: INCIDENTS,
    layout: {
      'icon-image': ['get', 'image'],
      'icon-allow-overlap': true,
      'symbol-sort-key': ['get', 'rank'],
    },
  },
  {
    id: 'incident-crowds',
    type: 'symbol',
    source: INCIDENTS,
    filter: ['>', ['get', 'count'], 1],
    layout: {
      'text-field': ['to-string', ['get', 'count']],
      'text-font': font.strong,
      'text-size': 10.5,
      'text-offset': [1.1, -1],
      'text-allow-overlap': true,
      'icon-image': BADGE,
      'icon-text-fit': 'both',
      'icon-allow-overlap': true,
    },
    paint: { 'text-color': panel },
  },
  {
    id: 'incident-numbers',
    type: 'symbol',
    source: INCIDENTS,
    filter: ['get', 'numbered'],
    layout: {
      'text-field': ['get', 'number'],
      'text-font': font.strong,
      'text-size': 11.5,
      'text-anchor': 'top',
      'text-offset': [0, 1.25],
      // Who has room is known (numbers.ts), and no dot is painted there.
      'text-allow-overlap': true,
    },
    paint: { 'text-color': ink, 'text-halo-color': panel, 'text-halo-width': 1.6 },
  },
]
