import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import type { Facility } from '#contracts/domain/reference.ts'
import { facilityTypes } from '#contracts/domain/words.ts'
import { collection, dot } from '../geo.ts'
import { font } from '../look.ts'
import { facilityMark } from '../marks/facility.ts'
import { imageOf } from '../marks/mark.ts'
import type { Palette } from '../palette.ts'

export const FACILITIES = 'facilities'
const SIZE_PX = 18
/** From this zoom on there is room for them: on a wall the whole city, on a phone a part of it. */
const SEEN_FROM_ZOOM = 11.3
/** From this zoom on they are named. */
const NAMED_FROM_ZOOM = 13.2

export const facilityData = (facilities: readonly Facility[]) =>
  collection(facilities.map(({ name, type, ...point }) => dot(point, { name, type })))

const imageName = (type: string): string => `facility-${type}`

export const addFacilityImages = (map: MapLibreMap, palette: Palette, ratio: number): void => {
  for (const type of facilityTypes)
    map.addImage(imageName(type), imageOf(facilityMark(type), SIZE_PX, ratio, palette), { pixelRatio: ratio })
}

/** Below everybody and everything that moves or burns. */
export const facilityLayers = ({ word, city }: Palette): LayerSpecification[] => [
  {
    id: FACILITIES,
    type: 'symbol',
    source: FACILITIES,
    minzoom: SEEN_FROM_ZOOM,
    layout: {
      'icon-image': ['concat', 'facility-', ['get', 'type']],
      'icon-allow-overlap': true,
      'text-field': ['step', ['zoom'], '', NAMED_FROM_ZOOM, ['get', 'name']],
      'text-font': font.plain,
      'text-size': 11,
      'text-anchor': 'top',
      'text-offset': [0, 0.9],
      'text-max-width': 9,
      'text-optional': true,
    },
    paint: { 'text-color': word, 'text-halo-color': city, 'text-halo-width': 1.5 },
  },
]
