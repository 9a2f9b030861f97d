import { describe, expect, it } from 'vitest'
import { apiConfig } from '../../../api/config.ts'
import { directivesFor } from '../../../api/http/headers.ts'
import { originOf } from '../../../api/http/streets.ts'
import { ConfigError } from '#contracts/runtime/env.ts'

const good = {
  MONGODB_URI: 'mongodb://127.0.0.1/tr',
  REDIS_URL: 'redis://127.0.0.1',
  SERVER_KEY: 's'.repeat(32),
  JWT_SECRET: 'j'.repeat(32),
  PUBLIC_URL: 'https://relawan.contoh.id/',
}
const streets = { url: 'https://peta.contoh.id:8443/jalan/{z}/{x}/{y}.png', attribution: 'Contoh' }

describe('street tiles by configuration', () => {
  it('are none unless told, and then nothing outside may be asked', () => {
    expect(apiConfig(good).mapStreets).toBeNull()
    const { 'img-src': images, 'connect-src': calls } = directivesFor(null)
    expect([...images, ...calls].join(' ')).not.toContain('http')
  })

  it('open the policy of the pages to exactly their host', () => {
    expect(apiConfig({ ...good, MAP_TILES: streets.url, MAP_ATTRIBUTION: 'Contoh' }).mapStreets).toEqual(
      streets,
    )
    expect(originOf(streets)).toBe('https://peta.contoh.id:8443')
    const open = directivesFor(streets)
    expect(open['connect-src']).toEqual(["'self'", 'https://peta.contoh.id:8443'])
    expect(open['img-src']).toContain('https://peta.contoh.id:8443')
    expect(open['default-src']).toEqual(["'self'"])
  })

  it.each([
    { MAP_TILES: streets.url },
    { MAP_TILES: 'https://peta.contoh.id/jalan.png', MAP_ATTRIBUTION: 'Contoh' },
    { MAP_TILES: 'file:///{z}/{x}/{y}', MAP_ATTRIBUTION: 'Contoh' },
    { MAP_TILES: 'https://peta.contoh.id;script-src/{z}/{x}/{y}', MAP_ATTRIBUTION: 'Contoh' },
  ])('are refused when they cannot be: %o', (env) => {
    expect(() => apiConfig({ ...good, ...env })).toThrow(ConfigError)
  })
})
