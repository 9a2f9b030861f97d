import { afterEach, describe, expect, it } from 'vitest'
import { SIGN_IN_LIMITS } from '../../api/usecases/session/limits.ts'
import type { ApiConfig } from '../../api/config.ts'
import { client } from '../world/client.ts'
import { PASSWORD, startApiWorld, type ApiWorld } from './api-world.ts'

let world: ApiWorld
const start = async (change?: Partial<ApiConfig>): Promise<void> => {
  world = await startApiWorld(change)
}
afterEach(async () => world.stop())

const attempt = async (login: string, password: string, forwarded?: string) => {
  const response = await fetch(`${world.url}/api/v1/auth/login`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
    },
    body: JSON.stringify({ login, password }),
  })
  return { status: response.status, retryAfter: response.headers.get('retry-after') }
}
const times = (count: number) => Array.from({ length: count }, (_, i) => i)

describe.each([
  ['with Redis', {}],
  ['while Redis is away', { redisUrl: 'redis://127.0.0.1:1' }],
])('%s', (_, change) => {
  it('an account takes so many wrong passwords, and a right one clears them', async () => {
    await start(change)
    const almost = await Promise.all(
      times(SIGN_IN_LIMITS.account - 1).map(() => attempt('operator', 'wrong')),
    )
    expect(new Set(almost.map(({ status }) => status))).toEqual(new Set([401]))
    expect((await attempt('operator', PASSWORD)).status).toBe(200)
    const wrong = await Promise.all(times(SIGN_IN_LIMITS.account + 3).map(() => attempt('operator', 'wrong')))
    expect(wrong.filter(({ status }) => status === 429)).toHaveLength(3)
    const right = await attempt('operator', PASSWORD)
    expect(right.status).toBe(429)
    expect(Number(right.retryAfter)).toBeGreaterThan(0)
    expect((await attempt('kalak', PASSWORD)).status).toBe(200)
  })
})

it('an address takes so many wrong attempts, whatever it says that it forwards', async () => {
  await start()
  const answers = await Promise.all(
    times(SIGN_IN_LIMITS.address + 5).map((i) => attempt(`guess-${i}`, 'wrong', `10.0.0.${i}`)),
  )
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(5)
})

it('believes the proxy that it was told of, and nobody else', async () => {
  await start({ trustProxy: ['127.0.0.1'] })
  const answers = await Promise.all(
    times(SIGN_IN_LIMITS.address + 5).map((i) => attempt(`guess-${i}`, 'wrong', `10.0.0.${i}`)),
  )
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(0)
})

it('keeps no name and no address in Redis', async () => {
  await start()
  await attempt('operator', 'wrong')
  const keys = await world.context.redis.keys(`${world.context.keys.limits}*`)
  expect(keys.length).toBeGreaterThan(0)
  expect(keys.join()).not.toMatch(/operator|127\.0\.0/)
  expect(await client(world.url, null).try('me')).toMatchObject({ status: 401 })
})
