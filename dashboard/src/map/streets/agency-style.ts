import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import { addressesOf, originOf, StreetStyle, type StyleSource } from '#contracts/wire/streets.ts'
import { font } from '../look.ts'
import type { Palette } from '../palette.ts'
import { OF_STREETS, type Drawn, type Look } from './drawn.ts'

/** A style and the address that it came from. */
interface Found {
  style: StreetStyle
  from: string
}

/** A whole address, whatever the style wrote; the numbers of the tile stay open. */
const wholeOf = (address: string, from: string): string =>
  new URL(address, from).href.replaceAll('%7B', '{').replaceAll('%7D', '}')

const sourceOf = ({ url, tiles, ...rest }: StyleSource, from: string): StyleSource => ({
  ...rest,
  ...(url !== undefined && { url: wholeOf(url, from) }),
  ...(tiles && { tiles: tiles.map((tile) => wholeOf(tile, from)) }),
})

const own = (name: string): string => `${OF_STREETS}${name}`

/** A background would hide our land and sea, and what stands up has no place on a flat map. */
const flat = new Set(['fill', 'line', 'circle', 'symbol', 'raster'])

type StyleLayer = StreetStyle['layers'][number]
type Properties = Record<string, unknown>

const ofText = (properties: unknown): Properties =>
  Object.fromEntries(
    Object.entries((properties ?? {}) as Properties).filter(([name]) => !name.startsWith('icon-')),
  )

/** Icons are left out and letters are the page's own: while a sprite or a font of another server is on its way, our marks would wait for it. */
const inOurLetters = (layer: StyleLayer, { word, city }: Palette): StyleLayer | null => {
  const layout = ofText(layer['layout'])
  if (!('text-field' in layout)) return null
  const colours = { 'text-color': word, 'text-halo-color': city, 'text-halo-width': 1.2 }
  return {
    ...layer,
    layout: { ...layout, 'text-font': font.plain },
    paint: { ...ofText(layer['paint']), ...colours },
  }
}

/** The colours of the style are its own: this holds them back below the names, so that people and trouble stand out in both themes. */
const veil = ({ palette, dark }: Look): LayerSpecification => ({
  id: own('veil'),
  type: 'background',
  paint: { 'background-color': palette.city, 'background-opacity': dark ? 0.55 : 0.25 },
})

/** What a style of the agency puts on our map: its sources on these hosts and no other, and the layers that draw them. */
export const styleStreets = ({ style, from }: Found, origins: readonly string[], look: Look): Drawn => {
  const found = Object.entries(style.sources).map(([name, source]) => [name, sourceOf(source, from)] as const)
  const taken = new Map(
    found.filter(
      ([, source]) =>
        (source.type === 'vector' || source.type === 'raster') &&
        addressesOf(source).every((address) => origins.includes(originOf(address))),
    ),
  )
  const layers = style.layers.flatMap((layer) => {
    const { id, type, source = '' } = layer
    if (!flat.has(type) || !taken.has(source)) return []
    const drawn = type === 'symbol' ? inOurLetters(layer, look.palette) : layer
    // MapLibre looks at each of them when it is added.
    return drawn === null ? [] : [{ ...drawn, id: own(id), source: own(source) } as LayerSpecification]
  })
  if (layers.length === 0) throw new Error('nothing of the style can be drawn')
  return {
    sources: Object.fromEntries(
      [...taken].map(([name, source]) => [own(name), source as SourceSpecification]),
    ),
    layers: [
      ...layers.filter(({ type }) => type !== 'symbol'),
      veil(look),
      ...layers.filter(({ type }) => type === 'symbol'),
    ],
  }
}

/** Reads the style at `url` and takes from it what the map can draw. Rejects when there is nothing. */
export const fetchedStyle = async (
  url: string,
  fetched: (address: string) => Promise<Response>,
): Promise<Found> => {
  const answer = await fetched(url)
  if (!answer.ok) throw new Error(`${url}: answered ${String(answer.status)}`)
  return { style: StreetStyle.parse(await answer.json()), from: answer.url }
}
