import { afterEach, describe, expect, it } from 'vitest'
import { isFatal, lookForFaults } from '../../api/queries/system.ts'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { aReport } from './given.ts'

let world: ApiWorld
afterEach(async () => world.stop())

const get = async (path: string) => {
  const response = await fetch(`${world.url}${path}`)
  return { status: response.status, body: (await response.json()) as { faults: { code: string }[] } }
}

describe('ready', () => {
  it('says that no worker lives, and no longer when one does', async () => {
    world = await startApiWorld()
    expect(await get('/health/ready')).toMatchObject({
      status: 200,
      body: { faults: [{ code: 'worker_silent' }] },
    })
    await world.context.store.cursors.lease('worker', 'w1', 30)
    expect((await get('/health/ready')).body).toEqual({ ready: true, faults: [] })
  })

  it('takes reports while Redis is away, and says so', async () => {
    world = await startApiWorld({ redisUrl: 'redis://127.0.0.1:1' })
    const { status, body } = await get('/health/ready')
    expect(status).toBe(200)
    expect(body.faults.map(({ code }) => code)).toContain('redis_away')
    const operator = await world.as('operator')
    const { incident } = await operator.call('reportIncident', { body: aReport })
    expect((await operator.call('getIncident', { params: { id: incident.id } })).incident).toEqual(incident)
    expect((await operator.call('listAlarms')).system.map(({ code }) => code)).toContain('redis_away')
  })

  it('leaves service when MongoDB is away, and says so without an error of its own', async () => {
    world = await startApiWorld()
    const operator = await world.as('operator')
    await world.context.connection.close()
    expect(await get('/health/ready')).toMatchObject({
      status: 503,
      body: { faults: [{ code: 'mongo_away' }] },
    })
    expect((await get('/health/live')).status).toBe(200)
    const report = await operator.try('reportIncident', { body: aReport })
    expect([report.status, report.body['code']]).toEqual([503, 'not_saved'])
    expect(Number(report.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

it('a clock that is off takes the process out of service', async () => {
  world = await startApiWorld()
  await world.context.store.cursors.lease('worker', 'w1', 30)
  const clock = { ...world.context.clock, inService: () => false }
  const faults = await lookForFaults({ ...world.context, clock })
  expect(faults.map(({ code }) => code)).toEqual(['clock_skew'])
  expect(faults.every(({ code }) => isFatal(code))).toBe(true)
})

it('measures requests by route template and what only happens sometimes', async () => {
  world = await startApiWorld()
  const operator = await world.as('operator')
  await operator.try('getIncident', { params: { id: 'inc_secret' } })
  const metrics = await (await fetch(`${world.url}/metrics`)).text()
  expect(metrics).toMatch(
    /http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/incidents\/:id",status="404"\} 1/,
  )
  expect(metrics).not.toContain('inc_secret')
  expect(metrics).toContain('store_sometimes')
})
