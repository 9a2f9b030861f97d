import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { until } from '../../world/client.ts'
import { startApiWorld, type ApiWorld } from '../api-world.ts'
import { given } from '../given.ts'
import { openHouse, type House } from './house.ts'

let world: ApiWorld
let house: House
beforeAll(async () => {
  world = await startApiWorld()
  house = openHouse(world)
})
afterEach(() => house.leave())
afterAll(() => world.stop())

it('a merge undone after more than a day stands on the screens that were opened in between, and never had it', async () => {
  const { incident } = await given(world).duplicate()
  const longAgo = plusSeconds(world.context.clock.now().toISOString(), -25 * 3600)
  await world.context.connection
    .collection('incidents')
    .updateOne({ _id: incident.id as never }, { $set: { 'state.endedAt': longAgo } })
  const screens = [await house.watch('supervisor'), await house.watch('pimpinan')]
  const known = (): boolean[] => screens.map((screen) => screen.city()?.incidents.has(incident.id) ?? false)
  expect(known()).toEqual([false, false])

  const operator = await world.as('operator')
  await operator.call('undoDuplicate', { params: { id: incident.id }, body: {} })
  await until('it stands on both', async () => known().every(Boolean))
  await house.mustBeWhole()
  expect(screens.flatMap(({ links }) => links)).toEqual(['live', 'live'])
})
