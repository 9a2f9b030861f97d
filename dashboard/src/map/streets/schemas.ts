import type { FilterSpecification } from 'maplibre-gl'

/** Features of one layer of the tiles, those that the filter lets pass. */
export interface Part {
  layer: string
  filter?: FilterSpecification
}

/** What the tiles of one schema call the things that we draw. */
export interface Schema {
  water: Part
  waterways: Part
  green: readonly Part[]
  buildings: Part
  paths: Part
  minorRoads: Part
  mainRoads: Part
  highways: Part
  /** Their names are in `name`. */
  named: Part
}

const among = (key: string, values: readonly string[]): FilterSpecification => [
  'in',
  ['get', key],
  ['literal', [...values]],
]
const ofShape = (shape: 'Polygon' | 'LineString'): FilterSpecification => [
  'in',
  ['geometry-type'],
  ['literal', [shape, `Multi${shape}`]],
]

const greens = [
  'park',
  'nature_reserve',
  'national_park',
  'forest',
  'wood',
  'scrub',
  'grass',
  'grassland',
  'meadow',
  'garden',
  'orchard',
  'farmland',
  'cemetery',
  'pitch',
  'golf_course',
  'recreation_ground',
  'wetland',
]

/** https://docs.protomaps.com/basemaps/layers, versions 3 and 4 */
const protomaps: Schema = {
  water: { layer: 'water', filter: ofShape('Polygon') },
  waterways: { layer: 'water', filter: ofShape('LineString') },
  green: [{ layer: 'landuse', filter: among('kind', greens) }],
  buildings: { layer: 'buildings' },
  paths: { layer: 'roads', filter: among('kind', ['path']) },
  minorRoads: { layer: 'roads', filter: among('kind', ['minor_road']) },
  mainRoads: { layer: 'roads', filter: among('kind', ['major_road', 'medium_road']) },
  highways: { layer: 'roads', filter: among('kind', ['highway']) },
  named: { layer: 'roads' },
}

/** https://openmaptiles.org/schema/ */
const openMapTiles: Schema = {
  water: { layer: 'water' },
  waterways: { layer: 'waterway' },
  green: [
    { layer: 'landcover', filter: among('class', greens) },
    { layer: 'landuse', filter: among('class', greens) },
    { layer: 'park', filter: ofShape('Polygon') },
  ],
  buildings: { layer: 'building' },
  paths: { layer: 'transportation', filter: among('class', ['path', 'track']) },
  minorRoads: { layer: 'transportation', filter: among('class', ['minor', 'service', 'busway']) },
  mainRoads: { layer: 'transportation', filter: among('class', ['primary', 'secondary', 'tertiary']) },
  highways: { layer: 'transportation', filter: among('class', ['motorway', 'trunk']) },
  named: { layer: 'transportation_name' },
}

/** The schema of tiles with these layers; undefined: one that we do not know. */
export const schemaOf = (layers: readonly string[]): Schema | undefined => {
  if (layers.includes('transportation')) return openMapTiles
  return layers.includes('roads') ? protomaps : undefined
}
