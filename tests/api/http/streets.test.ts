import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiConfig } from '../../../api/config.ts'
import { directivesFor } from '../../../api/http/headers.ts'
import { openStreets } from '../../../api/http/streets/open.ts'
import { ConfigError } from '#contracts/runtime/env.ts'
import { testLog } from '../../world/platform.ts'

const good = {
  MONGODB_URI: 'mongodb://127.0.0.1/tr',
  REDIS_URL: 'redis://127.0.0.1',
  SERVER_KEY: 's'.repeat(32),
  JWT_SECRET: 'j'.repeat(32),
  PUBLIC_URL: 'https://relawan.contoh.id/',
}
const MAP_ATTRIBUTION = 'Contoh'
const MAP_TILES = 'https://peta.contoh.id:8443/jalan/{z}/{x}/{y}.png'
const MAP_PMTILES = 'kupang.pmtiles'
const MAP_STYLE = 'https://peta.contoh.id/gaya.json'
const opened = (env: Record<string, string>) =>
  openStreets(apiConfig({ ...good, MAP_ATTRIBUTION, ...env }).mapStreets, testLog('api'))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'streets-'))
})
afterAll(async () => rm(folder, { recursive: true }))
const written = async (content: unknown): Promise<string> => {
  const path = join(folder, 'gaya.json')
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('streets by configuration', () => {
  it('are none unless told, and then nothing outside may be asked', () => {
    const { told, origins } = opened({})
    expect(told).toBeNull()
    const { 'img-src': images, 'connect-src': calls } = directivesFor(origins)
    expect([...images, ...calls].join(' ')).not.toContain('http')
  })

  it('open the policy of the pages to exactly the host of the tiles', () => {
    const { told, origins } = opened({ MAP_TILES })
    expect(told).toEqual({ kind: 'tiles', url: MAP_TILES, attribution: 'Contoh' })
    const open = directivesFor(origins)
    expect(open['connect-src']).toEqual(["'self'", 'https://peta.contoh.id:8443'])
    expect(open['img-src']).toContain('https://peta.contoh.id:8443')
    expect(open['default-src']).toEqual(["'self'"])
  })

  it('of a file on this machine open nothing', () => {
    const { told, origins } = opened({ MAP_PMTILES })
    expect(told).toMatchObject({ kind: 'pmtiles', url: '/map/streets.pmtiles' })
    expect(origins).toEqual([])
  })

  it('of a style are on its own host, or on those that a file of the agency names', async () => {
    expect(opened({ MAP_STYLE }).told).toMatchObject({
      url: MAP_STYLE,
      origins: ['https://peta.contoh.id'],
    })
    const layers = [{ id: 'jalan', type: 'line', source: 'jalan' }]
    const sources = {
      jalan: { type: 'vector', tiles: ['https://a.contoh.id/{z}/{x}/{y}.pbf'] },
      foto: { type: 'raster', url: 'https://b.contoh.id:8443/foto.json' },
    }
    const sprite = 'https://elsewhere.contoh.id/sprite'
    const path = await written({ version: 8, sprite, sources, layers })
    const { told, origins, style } = opened({ MAP_STYLE: path })
    expect(origins).toEqual(['https://a.contoh.id', 'https://b.contoh.id:8443'])
    expect(told).toMatchObject({ kind: 'style', url: '/map/streets-style.json', origins })
    expect(style).toEqual({ version: 8, sources, layers })
  })

  it.each([
    ['is no JSON', '{'],
    ['has another version', { version: 7, sources: {}, layers: [{ id: 'x', type: 'line' }] }],
    ['draws nothing', { version: 8, sources: {}, layers: [] }],
    ['names half an address', styleOf('/tiles/{z}/{x}/{y}.pbf')],
    ['names a host that could end a directive', styleOf('https://peta.contoh.id;script-src/{z}/{x}/{y}')],
  ])('are refused when the style %s', async (_what, content) => {
    const path = await written(content)
    expect(() => opened({ MAP_STYLE: path })).toThrow(ConfigError)
    expect(() => opened({ MAP_STYLE: path })).toThrow(/MAP_STYLE: /)
  })

  it('are refused when the style is away', () => {
    expect(() => opened({ MAP_STYLE: join(folder, 'missing.json') })).toThrow(/MAP_STYLE: ENOENT/)
  })

  it.each([
    { MAP_TILES },
    { MAP_PMTILES },
    { MAP_STYLE },
    { MAP_TILES: 'https://peta.contoh.id/jalan.png', MAP_ATTRIBUTION },
    { MAP_TILES: 'file:///{z}/{x}/{y}', MAP_ATTRIBUTION },
    { MAP_TILES: 'https://peta.contoh.id;script-src/{z}/{x}/{y}', MAP_ATTRIBUTION },
    { MAP_STYLE: 'https://peta.contoh.id;script-src/gaya.json', MAP_ATTRIBUTION },
    { MAP_STYLE: 'file:///gaya.json', MAP_ATTRIBUTION },
    { MAP_TILES, MAP_STYLE, MAP_ATTRIBUTION },
    { MAP_TILES, MAP_PMTILES, MAP_ATTRIBUTION },
    { MAP_PMTILES, MAP_STYLE, MAP_ATTRIBUTION },
  ])('are refused when they cannot be: %o', (env) => {
    expect(() => apiConfig({ ...good, ...env })).toThrow(ConfigError)
  })

  it('of two kinds are refused in words', () => {
    expect(() => apiConfig({ ...good, MAP_TILES, MAP_PMTILES, MAP_ATTRIBUTION })).toThrow(/only one of them/)
  })
})

function styleOf(tile: string): object {
  const layers = [{ id: 'jalan', type: 'line', source: 'jalan' }]
  return { version: 8, sources: { jalan: { type: 'vector', tiles: [tile] } }, layers }
}
