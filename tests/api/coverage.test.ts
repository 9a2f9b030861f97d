import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { givenVolunteers } from './given-volunteers.ts'
import { drawnZone, OEBUFU } from './given-zones.ts'
import { circle } from '#contracts/domain/zone/ring.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(() => world.stop())

const read = async () => (await world.as('coordinator')).call('readCoverage', { query: {} })

it('tells who reaches each kelurahan, by declared kelurahan, and what a danger zone takes away', async () => {
  const { kelurahan } = await (await world.as('coordinator')).call('reference')
  const oebufu = kelurahan.find(({ name }) => name === 'Oebufu')
  const given = givenVolunteers(world)
  expect((await read()).areas.every(({ free, nearestS }) => free === 0 && nearestS === null)).toBe(true)
  await given.onDuty()
  await given.active()
  const before = await read()
  expect(before).toMatchObject({ minutes: 10, onDuty: 1, unplaced: 0 })
  expect(before.areas).toHaveLength(kelurahan.length)
  // He is somewhere in Oebufu: 1,500 m are way to go.
  expect(before.areas.at(-1)).toEqual({ code: oebufu?.code, free: 1, bound: 0, nearestS: 280 })
  const reached = before.areas.filter(({ free }) => free > 0).length
  expect(reached).toBeGreaterThan(1)
  expect(before.areas.slice(0, kelurahan.length - reached).every(({ free }) => free === 0)).toBe(true)

  await drawnZone(world, { polygon: { type: 'Polygon', coordinates: [circle(OEBUFU, 2_000)] } as never })
  expect((await read()).areas.every(({ free }) => free === 0)).toBe(true)
})
