import { z } from 'zod'

/** What `/map/streets.json` answers: the streets that the agency configured, and who is to be named beside the map. */
export type Streets = { attribution: string } & (
  | {
      kind: 'tiles'
      /** Address of a picture, with `{z}`, `{x}` and `{y}` in it. */
      url: string
    }
  | {
      kind: 'pmtiles'
      /** Address of the file at the api, read in ranges by who is signed in. */
      url: string
    }
  | {
      kind: 'style'
      /** Address of the style: the agency's own server, or the api, which shows it to who is signed in. */
      url: string
      /** Its sources may lie on these hosts and on no other. */
      origins: readonly string[]
    }
)

/** Host names in letters, digits, dots and hyphens: nothing that could end a directive of the pages' policy. */
const HOST = /^https?:\/\/[a-z0-9.-]+(?::\d+)?(?=\/|$)/i

/** Is this a whole address of a web server? */
export const isWebAddress = (address: string): boolean => HOST.test(address)

/** The host of an address that may hold placeholders: `https://host:8443`. @throws TypeError when it is no whole address */
export const originOf = (address: string): string => new URL(address.replaceAll(/[{}]/g, '')).origin

const Source = z.looseObject({
  type: z.string(),
  url: z.string().optional(),
  tiles: z.array(z.string()).optional(),
})
const Layer = z.looseObject({ id: z.string(), type: z.string(), source: z.string().optional() })

/** What the map reads of a style (MapLibre style specification, version 8); its glyphs and sprites are not passed on. */
export const StreetStyle = z.object({
  version: z.literal(8),
  sources: z.record(z.string(), Source),
  layers: z.array(Layer).min(1),
})
export type StreetStyle = z.infer<typeof StreetStyle>
export type StyleSource = z.infer<typeof Source>

/** Where the data of a source comes from: its description, or its tiles. */
export const addressesOf = ({ url, tiles = [] }: StyleSource): readonly string[] =>
  url === undefined ? tiles : [url, ...tiles]
