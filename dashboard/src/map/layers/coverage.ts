import type { Feature, MultiPolygon, Polygon } from 'geojson'
import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import type { CoverageLevel } from '#contracts/domain/whereabouts/coverage.ts'
import { labelPoint, type Areas } from '../areas.ts'
import { collection, dot } from '../geo.ts'
import { font } from '../look.ts'
import { imageOf } from '../marks/mark.ts'
import { hatches, hatchMark, HATCH_PX } from '../marks/hatch.ts'
import type { Palette } from '../palette.ts'

/** Sources of this layer; `coverageData` has the data of each. */
export const coverageSources = ['coverage', 'coverage-numbers'] as const

/** How many reach a kelurahan, as the map shades it. */
export interface AreaCoverage {
  code: string
  free: number
  level: CoverageLevel
}

export interface MapCoverage {
  areas: readonly AreaCoverage[]
  /** The kelurahan that is pointed at in the list. */
  chosen: string | null
}

const nothing: MapCoverage = { areas: [], chosen: null }

interface Shade {
  level: CoverageLevel
  chosen: boolean
}

export const coverageData = ({ areas, chosen }: MapCoverage = nothing, { collection: known }: Areas) => {
  const byCode = new Map(areas.map((area) => [area.code, area]))
  const covered = known.features.flatMap((feature) => {
    const area = byCode.get(feature.properties.code)
    return area ? [{ feature, area, isChosen: area.code === chosen }] : []
  })
  return {
    coverage: collection(
      covered.map(({ feature, area, isChosen }): Feature<Polygon | MultiPolygon, Shade> => ({
        type: 'Feature',
        properties: { level: area.level, chosen: isChosen },
        geometry: feature.geometry,
      })),
    ),
    'coverage-numbers': collection(
      covered.map(({ feature, area }) =>
        dot(labelPoint(feature), { free: area.free, level: area.level, name: feature.properties.name }),
      ),
    ),
  }
}

const imageName = (level: string): string => `hatch-${level}`

export const addCoverageImages = (map: MapLibreMap, palette: Palette, ratio: number): void => {
  for (const level of hatches)
    map.addImage(imageName(level), imageOf(hatchMark(level), HATCH_PX, ratio, palette), { pixelRatio: ratio })
}

/** The thinner the cover, the denser the hatching; the number stands in it. */
export const coverageFills = ({ accent }: Palette): LayerSpecification[] => [
  ...hatches.map((level): LayerSpecification => ({
    id: `coverage-${level}`,
    type: 'fill',
    source: 'coverage',
    filter: ['==', ['get', 'level'], level],
    paint: { 'fill-pattern': imageName(level) },
  })),
  {
    id: 'coverage-chosen',
    type: 'line',
    source: 'coverage',
    filter: ['get', 'chosen'],
    paint: { 'line-color': accent, 'line-width': 3 },
  },
]

/** How many are free, in every kelurahan. */
export const coverageNumbers = ({ ink, city }: Palette): LayerSpecification[] => [
  {
    id: 'coverage-numbers',
    type: 'symbol',
    source: 'coverage-numbers',
    layout: {
      'text-field': ['to-string', ['get', 'free']],
      'text-font': font.strong,
      'text-size': ['interpolate', ['linear'], ['zoom'], 10, 11, 13, 16],
      'text-padding': 1,
      // Where there is no room for all, the thin places keep their number.
      'symbol-sort-key': ['get', 'free'],
    },
    paint: { 'text-color': ink, 'text-halo-color': city, 'text-halo-width': 2.2 },
  },
]
