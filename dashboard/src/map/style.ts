import type { SourceSpecification, StyleSpecification } from 'maplibre-gl'
import { collection } from './geo.ts'
import { AGES, ageLayers } from './layers/ages.ts'
import { areaLayers, areaNameLayers, areaSources, districtNameLayers } from './layers/areas.ts'
import { ASSIGNMENTS, assignmentLayers } from './layers/assignments.ts'
import { coastSources, seaLayers, shoreLayers } from './layers/coast.ts'
import { COUNTS, countLayers, countSource } from './layers/counts.ts'
import { coverageFills, coverageNumbers, coverageSources } from './layers/coverage.ts'
import { FACILITIES, facilityLayers } from './layers/facilities.ts'
import { INCIDENTS, incidentLayers } from './layers/incidents.ts'
import { PICKED, pickedLayers } from './layers/picked.ts'
import { ZONES, zoneLayers } from './layers/zones.ts'
import type { Palette } from './palette.ts'

/** Filled by `useSourceData`. */
const empty: SourceSpecification = { type: 'geojson', data: collection([]) }
const filledLater = [
  ...areaSources,
  ...coverageSources,
  AGES,
  ASSIGNMENTS,
  FACILITIES,
  INCIDENTS,
  PICKED,
  ZONES,
]

/** Streets, where the agency has them, lie under this layer and above the land. */
export const BELOW_LINES = 'area-lines'

/** The whole map in the colours of the page. It names no address: no glyphs, no sprite, no tiles. */
export const styleOf = (palette: Palette): StyleSpecification => ({
  version: 8,
  sources: {
    ...coastSources,
    ...Object.fromEntries(filledLater.map((name) => [name, empty])),
    [COUNTS]: countSource,
  },
  layers: [
    ...seaLayers(palette),
    ...areaLayers(palette),
    ...coverageFills(palette),
    ...shoreLayers(palette),
    ...areaNameLayers(palette),
    ...facilityLayers(palette),
    ...zoneLayers(palette),
    ...countLayers(palette),
    ...districtNameLayers(palette),
    ...assignmentLayers(palette),
    ...ageLayers(palette),
    ...coverageNumbers(palette),
    ...incidentLayers(palette),
    ...pickedLayers(palette),
  ],
})
