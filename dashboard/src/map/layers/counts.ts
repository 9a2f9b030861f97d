import type { GeoJSONSourceSpecification, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import type { Point } from '#contracts/domain/place.ts'
import { labelPoint, referencePoints, type Areas } from '../areas.ts'
import { areaFinder } from '../boundaries-file.ts'
import { collection, dot } from '../geo.ts'
import { DOTS_FROM_ZOOM, font } from '../look.ts'
import { addPill } from '../marks/pill.ts'
import { flatten } from '../mercator.ts'
import type { MapVolunteer } from '../model.ts'
import type { Palette } from '../palette.ts'

export const COUNTS = 'counts'

const flatAreas = referencePoints.map((area) => ({ code: area.code, ...flatten(area) }))

/** The nearest reference point. In a city the flat map has the same nearest one, and thousands ask at once. */
const nearestCode = (point: Point): string | undefined => {
  const { x, y } = flatten(point)
  let best: { code?: string; square: number } = { square: Infinity }
  for (const area of flatAreas) {
    const square = (area.x - x) ** 2 + (area.y - y) ** 2
    if (square < best.square) best = { code: area.code, square }
  }
  return best.code
}

/** How to tell the kelurahan of a place: by the true boundaries where they are configured, outside them and without them by the nearest. */
const codeFinder = ({ estimated, collection: areas }: Areas): ((point: Point) => string | undefined) => {
  if (estimated) return nearestCode
  const within = areaFinder(areas)
  return (point) => within(point)?.code ?? nearestCode(point)
}

/** Volunteers on duty and not on task, by the code of the kelurahan: declared, or the one that he is in. */
export const countByArea = (
  volunteers: readonly MapVolunteer[],
  codeAt: (point: Point) => string | undefined = nearestCode,
): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { state, source, areaCode, lat, lng } of volunteers) {
    if (state !== 'on_duty' && state !== 'asked') continue
    const declared = source === 'declared' ? areaCode : null
    const code = declared ?? codeAt({ lat, lng })
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return counts
}

/** Counts each time anew where the areas stand: what follows from the areas alone is worked out once. */
export const counterIn = (areas: Areas) => {
  const codeAt = codeFinder(areas)
  const known = new Set(referencePoints.map(({ code }) => code))
  const drawn = areas.collection.features.filter(({ properties }) => !known.has(properties.code))
  const spots = [
    ...referencePoints,
    ...drawn.map((area) => ({ code: area.properties.code, ...labelPoint(area) })),
  ]
  return (volunteers: readonly MapVolunteer[]) => {
    const counts = countByArea(volunteers, codeAt)
    return collection(
      spots.flatMap((spot) => {
        const people = counts.get(spot.code)
        return people === undefined ? [] : [dot(spot, { people })]
      }),
    )
  }
}

/** Counts that would lie on each other are added up. */
export const countSource: GeoJSONSourceSpecification = {
  type: 'geojson',
  data: collection([]),
  cluster: true,
  clusterRadius: 30,
  clusterMaxZoom: Math.floor(DOTS_FROM_ZOOM),
  clusterProperties: { people: ['+', ['get', 'people']] },
}

const IMAGE = 'count'

export const addCountImage = (map: MapLibreMap, palette: Palette, ratio: number): void =>
  addPill(map, { name: IMAGE, fill: 'city', edge: 'there' }, palette, ratio)

export const countLayers = ({ ink }: Palette): LayerSpecification[] => [
  {
    id: COUNTS,
    type: 'symbol',
    source: COUNTS,
    maxzoom: DOTS_FROM_ZOOM,
    layout: {
      'text-field': ['to-string', ['get', 'people']],
      'text-font': font.strong,
      'text-size': 11,
      'icon-image': IMAGE,
      'icon-text-fit': 'both',
      // Aside where an incident or a name stands, but never left out.
      'text-variable-anchor': [
        'center',
        'bottom',
        'top',
        'left',
        'right',
        'bottom-left',
        'bottom-right',
        'top-left',
        'top-right',
      ],
      'text-radial-offset': 1.5,
      'text-allow-overlap': true,
      'icon-allow-overlap': true,
      'text-padding': 6,
    },
    paint: { 'text-color': ink },
  },
]
