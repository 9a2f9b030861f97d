import { addProtocol } from 'maplibre-gl'
import { PMTiles, TileType, type Header } from 'pmtiles'
import { z } from 'zod'
import type { Drawn, Look } from './drawn.ts'
import { piecesOf } from './pieces.ts'
import { rasterStreets } from './raster.ts'
import type { Read } from './read.ts'
import { schemaOf } from './schemas.ts'
import { vectorStreets } from './vector.ts'

/** MapLibre asks us for addresses that begin so. Whoever opens the map last answers: everybody reads the same file. */
const SCHEME = 'streets'

const serveTiles = (archive: PMTiles): void =>
  addProtocol(SCHEME, async ({ url }, { signal }) => {
    const [z = 0, x = 0, y = 0] = url.split('/').slice(-3).map(Number)
    const tile = await archive.getZxy(z, x, y, signal)
    // A tile that is not in the file has nothing on it.
    return { data: tile?.data ?? new ArrayBuffer(0) }
  })

const Metadata = z.object({ vector_layers: z.array(z.object({ id: z.string() })) })

const pictures: readonly TileType[] = [TileType.Png, TileType.Jpeg, TileType.Webp, TileType.Avif]

const extentOf = ({ minZoom, maxZoom, minLon, minLat, maxLon, maxLat }: Header) => ({
  minzoom: minZoom,
  maxzoom: maxZoom,
  bounds: [minLon, minLat, maxLon, maxLat] satisfies [number, number, number, number],
})

/** What a PMTiles file draws. Rejects when it cannot be read, or is of a kind that we cannot draw. */
export const archiveStreets = async (
  address: string,
  read: Read,
  { palette, dark }: Look,
): Promise<Drawn> => {
  const archive = new PMTiles(piecesOf(address, read))
  const header = await archive.getHeader()
  const url = `${SCHEME}://file/{z}/{x}/{y}`
  const extent = extentOf(header)
  serveTiles(archive)
  if (pictures.includes(header.tileType)) return rasterStreets(url, { dark }, extent)
  if (header.tileType !== TileType.Mvt)
    throw new Error(`${address}: tiles of a kind that the map cannot draw`)
  const { vector_layers } = Metadata.parse(await archive.getMetadata())
  const schema = schemaOf(vector_layers.map(({ id }) => id))
  if (schema === undefined) throw new Error(`${address}: neither the schema of Protomaps nor of OpenMapTiles`)
  return vectorStreets(url, schema, palette, extent)
}
