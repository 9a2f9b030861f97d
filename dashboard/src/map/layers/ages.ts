import type { LayerSpecification } from 'maplibre-gl'
import { collection, dot } from '../geo.ts'
import { font } from '../look.ts'
import type { MapVolunteer } from '../model.ts'
import { fixOf } from '../movers/age.ts'
import type { Palette } from '../palette.ts'

export const AGES = 'ages'

/** From this zoom on there is room for words below the dots. */
export const AGES_FROM_ZOOM = 13.2

/** What stands below everybody whose position is old. */
export const ageData = (volunteers: readonly MapVolunteer[], now: number, sayAge: (at: string) => string) =>
  collection(
    volunteers.flatMap((volunteer) =>
      volunteer.at !== null && fixOf(volunteer, now) === 'stale'
        ? [dot(volunteer, { age: sayAge(volunteer.at) })]
        : [],
    ),
  )

export const ageLayers = ({ word, city }: Palette): LayerSpecification[] => [
  {
    id: AGES,
    type: 'symbol',
    source: AGES,
    minzoom: AGES_FROM_ZOOM,
    layout: {
      'text-field': ['get', 'age'],
      'text-font': font.plain,
      'text-size': 10.5,
      'text-anchor': 'top',
      'text-offset': [0, 0.8],
      'text-optional': true,
    },
    paint: { 'text-color': word, 'text-halo-color': city, 'text-halo-width': 1.5 },
  },
]
