import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../world/client.ts'
import { anAskingIncident, openCity, type TestCity } from './city.ts'
import { expectWithin } from './in-time.ts'

/** A bound of the product. */
const LATE_MS = 15_000

let city: TestCity
beforeAll(async () => {
  // Everybody stays silent: what happens next must come from due times alone.
  city = await openCity({ simulator: { SIM_DECLINE_PCT: '0', SIM_LATE_PCT: '0', SIM_SILENT_PCT: '100' } })
})
afterAll(() => city.end())

const offersOf = async (id: string): Promise<number> => {
  const { incident } = await city.operator.call('getIncident', { params: { id } })
  return incident.asked.length
}

/** When the incident is due next, and when it asked, by the ledger; ms since 1970. */
const timesOf = (id: string): Promise<{ dueAt: number; askedAt: number[] }> =>
  city.look(async ({ db }) => {
    const doc = await db?.collection<{ _id: string; nextDueAt?: string }>('incidents').findOne({ _id: id })
    const waves = await db?.collection('facts').find({ entityId: id, type: 'wave.opened' }).toArray()
    return {
      dueAt: Date.parse(String(doc?.nextDueAt)),
      askedAt: (waves ?? []).map(({ at }) => Date.parse(String(at))).sort((a, b) => a - b),
    }
  })

describe('Redis is disposable', () => {
  it('emptied: the next wave still comes, from the due time in MongoDB', async () => {
    const from = performance.now()
    const id = await anAskingIncident(city.operator, 1)
    const first = await until('the first wave', async () => offersOf(id))
    const calmMs = Math.round(performance.now() - from)
    const redis = new Redis(city.redisUrl)
    await redis.flushall()
    redis.disconnect()
    const { dueAt, askedAt: before } = await timesOf(id)
    await until('a second wave', async () => (await offersOf(id)) > first, 90)
    const [again = NaN] = (await timesOf(id)).askedAt.slice(before.length)
    expect(again).toBeGreaterThanOrEqual(dueAt)
    expectWithin('asked again after it was due', again - dueAt, LATE_MS, calmMs)
  })

  it('absent: an incident is still taken in, asked for and answered; readiness says what is wrong', async () => {
    await city.servers.redis?.kill()
    const id = await anAskingIncident(city.operator, 1)
    await until('offers without Redis', async () => (await offersOf(id)) > 0, 60)
    const ready = await fetch(`${city.apiUrl}/health/ready`)
    expect(ready.status).toBe(200)
    expect(JSON.stringify(await ready.json())).toMatch(/redis/)
    await city.servers.redis?.restart()
    await until('readiness without a complaint', async () => {
      const body = JSON.stringify(await (await fetch(`${city.apiUrl}/health/ready`)).json())
      return !/"redis":\s*(\{"ok":false|false)/.test(body)
    })
  })
})
