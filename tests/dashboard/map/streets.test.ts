import { describe, expect, it } from 'vitest'
import { PMTiles } from 'pmtiles'
import { paletteTokens, type Palette } from '../../../dashboard/src/map/palette.ts'
import { styleStreets } from '../../../dashboard/src/map/streets/agency-style.ts'
import { OF_STREETS } from '../../../dashboard/src/map/streets/drawn.ts'
import { piecesOf } from '../../../dashboard/src/map/streets/pieces.ts'
import { rasterStreets } from '../../../dashboard/src/map/streets/raster.ts'
import { readAs } from '../../../dashboard/src/map/streets/read.ts'
import { schemaOf } from '../../../dashboard/src/map/streets/schemas.ts'
import { vectorLayers } from '../../../dashboard/src/map/streets/vector.ts'
import type { StreetStyle } from '#contracts/wire/streets.ts'
import { pmtilesFile } from '../../world/pmtiles.ts'

const palette = Object.fromEntries(Object.keys(paletteTokens).map((name) => [name, '#123456'])) as Palette
const look = { palette, dark: true }

describe('the style of an agency', () => {
  const from = 'https://peta.contoh.id/gaya/jalan.json'
  const style: StreetStyle = {
    version: 8,
    sources: {
      jalan: { type: 'vector', tiles: ['../ubin/{z}/{x}/{y}.pbf'] },
      foto: { type: 'raster', url: 'https://peta.contoh.id/foto.json' },
      asing: { type: 'vector', url: 'https://elsewhere.contoh.id/ubin.json' },
      campur: { type: 'vector', tiles: ['https://peta.contoh.id/a', 'https://elsewhere.contoh.id/a'] },
      titik: { type: 'geojson', data: 'https://elsewhere.contoh.id/titik.json' },
    },
    layers: [
      { id: 'latar', type: 'background', paint: { 'background-color': 'red' } },
      { id: 'foto', type: 'raster', source: 'foto' },
      { id: 'jalan', type: 'line', source: 'jalan', 'source-layer': 'roads', paint: { 'line-width': 2 } },
      { id: 'gedung', type: 'fill-extrusion', source: 'jalan', 'source-layer': 'buildings' },
      { id: 'asing', type: 'line', source: 'asing', 'source-layer': 'roads' },
      { id: 'campur', type: 'line', source: 'campur', 'source-layer': 'roads' },
      { id: 'titik', type: 'circle', source: 'titik' },
      { id: 'ikon', type: 'symbol', source: 'jalan', 'source-layer': 'pois', layout: { 'icon-image': 'x' } },
      {
        id: 'nama',
        type: 'symbol',
        source: 'jalan',
        'source-layer': 'roads',
        layout: { 'text-field': ['get', 'name'], 'text-font': ['Noto Sans'], 'icon-image': 'shield' },
        paint: { 'text-color': 'black', 'icon-color': 'black' },
      },
    ],
  }
  const drawn = styleStreets({ style, from }, ['https://peta.contoh.id'], look)

  it('is drawn under ids of its own, in its order, held back by a veil below the names', () => {
    expect(drawn.layers.map(({ id }) => id)).toEqual(
      ['foto', 'jalan', 'veil', 'nama'].map((name) => OF_STREETS + name),
    )
    expect(drawn.layers[1]).toMatchObject({ 'source-layer': 'roads', paint: { 'line-width': 2 } })
  })

  it('asks its own host and no other', () => {
    expect(drawn.sources).toEqual({
      [`${OF_STREETS}jalan`]: { type: 'vector', tiles: ['https://peta.contoh.id/ubin/{z}/{x}/{y}.pbf'] },
      [`${OF_STREETS}foto`]: { type: 'raster', url: 'https://peta.contoh.id/foto.json' },
    })
    expect(JSON.stringify(drawn)).not.toContain('elsewhere')
  })

  it('writes in our letters and colours, without pictures of its own', () => {
    const names = drawn.layers.find(({ id }) => id === `${OF_STREETS}nama`)
    expect(names).toMatchObject({
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [expect.stringContaining('Inter'), 'Inter Variable'],
      },
      paint: { 'text-color': '#123456', 'text-halo-color': '#123456' },
    })
    expect(JSON.stringify(names)).not.toContain('icon')
  })

  it('of which nothing can be drawn is a failure', () => {
    expect(() => styleStreets({ style, from }, ['https://another.contoh.id'], look)).toThrow(/nothing/)
  })
})

describe('the tiles of a file', () => {
  it.each([
    ['Protomaps', ['earth', 'landuse', 'water', 'roads', 'buildings'], 'roads'],
    [
      'OpenMapTiles',
      ['landcover', 'water', 'transportation', 'transportation_name', 'building'],
      'transportation',
    ],
  ])('of %s are drawn in our colours, roads above water, names on top', (_name, inFile, roads) => {
    const schema = schemaOf(inFile)
    if (schema === undefined) throw new Error('the schema is not known')
    const layers = vectorLayers(schema, palette)
    const ids = layers.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => id.startsWith(OF_STREETS))).toBe(true)
    expect(ids.indexOf(`${OF_STREETS}water`)).toBeLessThan(ids.indexOf(`${OF_STREETS}minor-roads`))
    expect(ids.at(-1)).toBe(`${OF_STREETS}names`)
    expect(layers.find(({ id }) => id.endsWith(':main-roads'))).toMatchObject({ 'source-layer': roads })
    const colours = JSON.stringify(layers).match(/#[0-9a-f]{6}/g) ?? []
    expect(new Set(colours)).toEqual(new Set(['#123456']))
  })

  it('of another schema are none that we draw', () => {
    expect(schemaOf(['streets', 'lakes'])).toBeUndefined()
  })

  it('that are pictures stay back, darker by night', () => {
    const [day, night] = [false, true].map((dark) => rasterStreets('x://{z}/{x}/{y}', { dark }).layers[0])
    expect(day?.paint).not.toEqual(night?.paint)
  })
})

/** An api with this file, that knows one token and another one later. */
const serverOf = (files: readonly Buffer[]) => {
  let [current = Buffer.alloc(0)] = files
  let known = 'first'
  const fetcher = (_address: unknown, init?: RequestInit): Promise<Response> => {
    const headers = new Headers(init?.headers)
    if (headers.get('authorization') !== `Bearer ${known}`)
      return Promise.resolve(new Response(null, { status: 401 }))
    const [, from = '', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(headers.get('range') ?? '') ?? []
    const part = new Uint8Array(current.subarray(Number(from), Number(to) + 1))
    const etag = `"${String(files.indexOf(current))}"`
    return Promise.resolve(new Response(part, { status: 206, headers: { etag } }))
  }
  return {
    fetcher,
    expire: () => (known = 'second'),
    replaceBy: (file: Buffer) => (current = file),
    session: { token: () => 'first', refresh: () => Promise.resolve('second') },
  }
}
const tile = (bytes: number[]) => ({ z: 12, x: 3454, y: 2164, bytes: Uint8Array.from(bytes) })

describe('a file that is read in parts', () => {
  const one = pmtilesFile('png', [tile([1, 2, 3]), { z: 0, x: 0, y: 0, bytes: Uint8Array.of(9) }])
  const two = pmtilesFile('png', [tile([4, 5, 6, 7])])

  it('is the file that was written: an independent reader finds its tiles', async () => {
    const server = serverOf([one])
    const archive = new PMTiles(piecesOf('/x', readAs(server.session, server.fetcher)))
    const found = await archive.getZxy(12, 3454, 2164)
    expect([...new Uint8Array(found?.data ?? new ArrayBuffer(0))]).toEqual([1, 2, 3])
    expect(await archive.getZxy(12, 3455, 2164)).toBeUndefined()
  })

  it('goes on when the token dies, and when another file takes its place', async () => {
    const server = serverOf([one, two])
    const archive = new PMTiles(piecesOf('/x', readAs(server.session, server.fetcher)))
    await archive.getHeader()
    server.expire()
    server.replaceBy(two)
    const found = await archive.getZxy(12, 3454, 2164)
    expect([...new Uint8Array(found?.data ?? new ArrayBuffer(0))]).toEqual([4, 5, 6, 7])
  })
})
