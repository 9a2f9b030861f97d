import { gzipSync } from 'node:zlib'
import { numbers } from './protobuf.ts'

export interface WrittenTile {
  z: number
  x: number
  y: number
  bytes: Uint8Array
}

const HEADER = 127
const NONE = 1
const GZIP = 2
const types = { unknown: 0, mvt: 1, png: 2 } as const
const WORLD = [-180, -85, 180, 85] as const

/** The place of a tile on the Hilbert curve, counted through all zooms above it. */
const idOf = ({ z, x, y }: WrittenTile): number => {
  let id = (4 ** z - 1) / 3
  let [a, b] = [x, y]
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const [right, low] = [(a & side) > 0, (b & side) > 0]
    id += side * side * (right ? (low ? 2 : 3) : low ? 1 : 0)
    if (!low) {
      if (right) [a, b] = [side - 1 - a, side - 1 - b]
      ;[a, b] = [b, a]
    }
  }
  return id
}

/**
 * A PMTiles file of version 3 with one directory, by its public specification; the directory and vector tiles are packed.
 * https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
export const pmtilesFile = (
  type: keyof typeof types,
  tiles: readonly WrittenTile[],
  metadata: object = {},
): Buffer => {
  const sorted = tiles.map((tile) => ({ ...tile, id: idOf(tile) })).sort((one, other) => one.id - other.id)
  const bodies = sorted.map(({ bytes }) => (type === 'mvt' ? gzipSync(bytes) : Buffer.from(bytes)))
  const directory = gzipSync(
    numbers([
      sorted.length,
      ...sorted.map(({ id }, n) => id - (sorted[n - 1]?.id ?? 0)),
      ...sorted.map(() => 1),
      ...bodies.map(({ length }) => length),
      // 0: it follows the one before; else its place and one.
      ...sorted.map((_, n) => (n === 0 ? 1 : 0)),
    ]),
  )
  const told = gzipSync(JSON.stringify(metadata))
  const data = Buffer.concat(bodies)
  const zooms = sorted.map(({ z }) => z)
  const header = Buffer.alloc(HEADER)
  header.write('PMTiles\u0003', 'latin1')
  const toldAt = HEADER + directory.length
  const dataAt = toldAt + told.length
  const { length: count } = sorted
  const places = [HEADER, directory.length, toldAt, told.length, dataAt, 0, dataAt, data.length]
  for (const [n, value] of [...places, count, count, count].entries())
    header.writeBigUInt64LE(BigInt(value), 8 + 8 * n)
  header.set([1, GZIP, type === 'mvt' ? GZIP : NONE, types[type], Math.min(...zooms), Math.max(...zooms)], 96)
  for (const [n, degrees] of WORLD.entries()) header.writeInt32LE(degrees * 1e7, 102 + 4 * n)
  return Buffer.concat([header, directory, told, data])
}
