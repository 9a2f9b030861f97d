import { z } from 'zod'

/** Streets that the agency configured, of one of three kinds, and who is to be named beside the map. */
export type ConfiguredStreets = { attribution: string } & (
  | {
      kind: 'tiles'
      /** Address of a picture, with `{z}`, `{x}` and `{y}` in it. */
      url: string
    }
  | {
      kind: 'pmtiles'
      /** The file on this machine. */
      path: string
    }
  | {
      kind: 'style'
      /** Address of a style on the agency's own server, or the path of one on this machine. */
      place: string
    }
)

/** Of a tile: the host in letters, digits, dots and hyphens, then a path with the three numbers. */
const TILES = /^https?:\/\/[a-z0-9.-]+(:\d+)?\/(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})\S*$/i
/** A path, or an address whose host is written as above. */
const STYLE = /^(?!\w+:\/\/)|^https?:\/\/[a-z0-9.-]+(:\d+)?\/\S*$/i

/** The variables of the environment that name streets. */
export const streetVariables = {
  MAP_TILES: z.string().regex(TILES, 'an http(s):// address with {z}, {x} and {y}').optional(),
  MAP_PMTILES: z.string().optional(),
  MAP_STYLE: z.string().regex(STYLE, 'an http(s):// address or a path').optional(),
  MAP_ATTRIBUTION: z.string().min(1).max(200).optional(),
}
interface Given {
  MAP_TILES?: string
  MAP_PMTILES?: string
  MAP_STYLE?: string
  MAP_ATTRIBUTION?: string
}

/** How many kinds of streets are named: one at most has a place on the map. */
export const kindsNamed = ({ MAP_TILES, MAP_PMTILES, MAP_STYLE }: Given): number =>
  [MAP_TILES, MAP_PMTILES, MAP_STYLE].filter((named) => named !== undefined).length

/** The streets of the environment; null: the built-in map alone, and no request to anywhere else. */
export const streetsOf = (given: Given): ConfiguredStreets | null => {
  const { MAP_TILES, MAP_PMTILES, MAP_STYLE, MAP_ATTRIBUTION: attribution } = given
  if (attribution === undefined) return null
  if (MAP_TILES !== undefined) return { kind: 'tiles', url: MAP_TILES, attribution }
  if (MAP_PMTILES !== undefined) return { kind: 'pmtiles', path: MAP_PMTILES, attribution }
  return MAP_STYLE === undefined ? null : { kind: 'style', place: MAP_STYLE, attribution }
}
