import type { LayerSpecification, Map as MapLibreMap, SymbolLayerSpecification } from 'maplibre-gl'
import { collection, dot } from '../geo.ts'
import { DOTS_FROM_ZOOM, font } from '../look.ts'
import { imageOf } from '../marks/mark.ts'
import { fixes, peopleMark, type Fix } from '../marks/people.ts'
import { peopleStates, STALE_S, type MapVolunteer } from '../model.ts'
import type { Palette } from '../palette.ts'

export const VOLUNTEERS = 'volunteers'
const ON_TASK = 'volunteers-on-task'
/** The layers in which people stand. */
export const volunteerLayerIds = [VOLUNTEERS, ON_TASK]
const SIZE_PX = 18

/** Within the first of these seconds a dot is full; at the second it is as faint as it gets. */
const FADE_S = [60, 1800] as const
const FAINTEST = 0.35
/** A declared place has no age; it is never as sure as a position. */
const DECLARED = 0.85

const ageS = (at: string | null, now: number): number =>
  at === null ? Number.POSITIVE_INFINITY : Math.max(0, (now - Date.parse(at)) / 1000)

export const fixOf = ({ source, at }: Pick<MapVolunteer, 'source' | 'at'>, now: number): Fix => {
  if (source === 'declared') return 'declared'
  return ageS(at, now) > STALE_S ? 'stale' : 'fresh'
}

/** From 1 for now to `FAINTEST` for half an hour ago. */
export const opacityOf = ({ source, at }: Pick<MapVolunteer, 'source' | 'at'>, now: number): number => {
  if (source === 'declared') return DECLARED
  const faded = (ageS(at, now) - FADE_S[0]) / (FADE_S[1] - FADE_S[0])
  return 1 - (1 - FAINTEST) * Math.sqrt(Math.min(1, Math.max(0, faded)))
}

/** From this zoom on there is room for words below the dots. */
const AGES_FROM_ZOOM = 13.2

/** Pixels between people who declared the same area. */
const SPREAD_PX = 15
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))
/** People of one area stand in a spiral around its reference point, which nobody's true place is. */
const spread = (index: number): [number, number] => {
  const [radius, angle] = [SPREAD_PX * Math.sqrt(index), index * GOLDEN_ANGLE]
  return [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))]
}

/** The order of drawing, what matters last. */
const rank = Object.fromEntries(peopleStates.map((state, index) => [state, index]))

/** `sayAge`: what stands below somebody whose position is old. */
export const volunteerData = (
  volunteers: readonly MapVolunteer[],
  now: number,
  sayAge: (at: string) => string,
) => {
  const declaredAt = new Map<string, number>()
  return collection(
    volunteers.map((volunteer) => {
      const { id, state, lat, lng, areaCode, at } = volunteer
      const fix = fixOf(volunteer, now)
      const place = areaCode ?? `${String(lat)} ${String(lng)}`
      const index = declaredAt.get(place) ?? 0
      if (fix === 'declared') declaredAt.set(place, index + 1)
      return dot(volunteer, {
        id,
        state,
        image: `people-${state}-${fix}`,
        rank: rank[state] ?? 0,
        opacity: opacityOf(volunteer, now),
        age: fix === 'stale' && at !== null ? sayAge(at) : '',
        offset: fix === 'declared' ? spread(index) : [0, 0],
      })
    }),
  )
}

export const addVolunteerImages = (map: MapLibreMap, palette: Palette, ratio: number): void => {
  for (const state of peopleStates)
    for (const fix of fixes)
      map.addImage(`people-${state}-${fix}`, imageOf(peopleMark(state, fix), SIZE_PX, ratio, palette), {
        pixelRatio: ratio,
      })
}

const people = {
  type: 'symbol',
  source: VOLUNTEERS,
  layout: {
    'icon-image': ['get', 'image'],
    'icon-offset': ['array', 'number', 2, ['get', 'offset']],
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
    'symbol-sort-key': ['get', 'rank'],
  },
  paint: { 'icon-opacity': ['get', 'opacity'] },
} satisfies Omit<SymbolLayerSpecification, 'id'>

/** Who is on task is seen from far away as well. */
export const volunteerLayers = ({ word, city }: Palette): LayerSpecification[] => [
  {
    id: 'volunteer-ages',
    type: 'symbol',
    source: VOLUNTEERS,
    minzoom: AGES_FROM_ZOOM,
    filter: ['!=', ['get', 'age'], ''],
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
  { ...people, id: VOLUNTEERS, minzoom: DOTS_FROM_ZOOM, filter: ['!=', ['get', 'state'], 'on_task'] },
  { ...people, id: ON_TASK, filter: ['==', ['get', 'state'], 'on_task'] },
]
