import { expect, it } from 'vitest'
import { apiConfig } from '../../api/config.ts'
import { ConfigError } from '#contracts/runtime/env.ts'

const good = {
  MONGODB_URI: 'mongodb://127.0.0.1/tr',
  REDIS_URL: 'redis://127.0.0.1',
  SERVER_KEY: 's'.repeat(32),
  JWT_SECRET: 'j'.repeat(32),
  PUBLIC_URL: 'https://relawan.contoh.id/',
}

const mistakesOf = (env: Record<string, string>): readonly string[] => {
  try {
    apiConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes
    throw error
  }
}

it('reads a real installation', () => {
  expect(apiConfig({ ...good, TRUST_PROXY: '10.0.0.2, 10.0.0.3' })).toMatchObject({
    publicUrl: 'https://relawan.contoh.id',
    redisPrefix: 'tr',
    localMode: false,
    dashboardDir: null,
    mapBoundaries: null,
    atPoint: null,
    trustProxy: ['10.0.0.2', '10.0.0.3'],
  })
})

it('says every mistake at once, and no secret', () => {
  const mistakes = mistakesOf({ SERVER_KEY: 'short', PORT: '70000', REDIS_URL: 'http://x' })
  expect(new Set(mistakes.map((line) => line.split(':')[0]))).toEqual(
    new Set(['JWT_SECRET', 'MONGODB_URI', 'PORT', 'PUBLIC_URL', 'REDIS_URL', 'SERVER_KEY']),
  )
  expect(mistakes.join()).not.toContain('short')
})

it('wants TLS towards the public, except on one machine', () => {
  expect(mistakesOf({ ...good, PUBLIC_URL: 'http://relawan.contoh.id' })).toHaveLength(1)
  const { PUBLIC_URL: _, ...local } = good
  expect(mistakesOf(local)).toHaveLength(1)
  expect(apiConfig({ ...local, LOCAL_MODE: 'true' }).publicUrl).toBeNull()
})
