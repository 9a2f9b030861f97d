import type { LayerSpecification } from 'maplibre-gl'
import type { Point } from '#contracts/domain/place.ts'
import { collection, dot } from '../geo.ts'
import type { Palette } from '../palette.ts'

export const PICKED = 'picked'

export const pickedData = (point: Point | null) => collection(point === null ? [] : [dot(point, {})])

/** The point that a person has chosen for a report. */
export const pickedLayers = ({ accent, panel }: Palette): LayerSpecification[] => [
  {
    id: 'picked-ring',
    type: 'circle',
    source: PICKED,
    paint: {
      'circle-radius': 15,
      'circle-color': accent,
      'circle-opacity': 0.15,
      'circle-stroke-color': accent,
      'circle-stroke-width': 2,
    },
  },
  {
    id: PICKED,
    type: 'circle',
    source: PICKED,
    paint: {
      'circle-radius': 5,
      'circle-color': accent,
      'circle-stroke-color': panel,
      'circle-stroke-width': 2,
    },
  },
]
