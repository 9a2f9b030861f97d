import { afterAll, beforeAll, expect, it } from 'vitest'
import { platformFaults } from '../../api/metrics.ts'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { given } from './given.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

const codes = async (): Promise<string[]> =>
  (await (await world.as('operator')).call('listAlarms')).system.map(({ code }) => code)

it('the screens hear of what the platform neglects, and when nobody could call anybody', async () => {
  await world.context.store.cursors.lease('worker', 'w1', 600)
  expect(await codes()).toEqual([])

  const { id } = (await given(world).verified()).incident
  const { incident, callBooks } = world.context.store.models
  await incident.updateOne({ _id: id }, { $set: { nextDueAt: '2026-01-01T00:00:00.000Z' } }).exec()
  expect(await codes()).toEqual(['action_late'])
  // Another agency, whose incidents have waited for longer, hides nothing.
  const waiting = Array.from({ length: 200 }, (_, n) => ({
    _id: `inc_elsewhere_${n}`,
    agencyId: '9999',
    nextDueAt: '2025-01-01T00:00:00.000Z',
    state: { number: `KJ-${n}`, status: 'reported', drill: false, alarms: [] },
  }))
  await incident.collection.insertMany(waiting as never)
  expect(await codes()).toEqual(['action_late'])
  await incident.updateOne({ _id: id }, { $set: { nextDueAt: null } }).exec()
  expect(await codes()).toEqual(['action_missing'])
  await (await world.as('operator')).call('rejectIncident', { params: { id }, body: { reason: 'palsu' } })
  expect(await codes()).toEqual([])

  await world.context.store.cursors.lease('watch', 'somebody', -5)
  expect(await codes()).toEqual(['watch_silent'])
  await world.context.store.cursors.lease('watch', 'somebody', 600)
  const since = '2026-01-01T00:00:00.000Z'
  await callBooks.collection.insertOne({
    _id: 'somebody' as never,
    version: 1,
    way: 'sms',
    failingSince: since,
  })
  expect((await (await world.as('operator')).call('listAlarms')).system).toEqual([
    { code: 'gateway_away', since },
  ])
  // Each that was told is counted; what nobody was told of stands at nothing.
  const metrics = await (await fetch(`${world.url}/metrics`)).text()
  const told = [...metrics.matchAll(/^platform_faults_told_total\{code="(\w+)"\} (\d+)/gm)]
  const count = { action_late: 2, action_missing: 1, watch_silent: 1, gateway_away: 1 }
  const nothing = Object.fromEntries(Object.keys(platformFaults).map((code) => [code, 0]))
  expect(Object.fromEntries(told.map(([, code, n]) => [code, Number(n)]))).toEqual({ ...nothing, ...count })
})
