import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { BEHIND_AFTER_MS, LOOK_MS } from '../../../dashboard/src/live/connect.ts'
import { anAskingIncident } from '../../contracts/store/given.ts'
import { until } from '../../world/client.ts'
import { openProxy, type Proxy } from '../../world/proxy.ts'
import { startApiWorld, type ApiWorld } from '../api-world.ts'
import { openHouse, type House } from './house.ts'

/** A screen in the field lies behind `wire`. */
let world: ApiWorld
let house: House
let wire: Proxy
beforeAll(async () => {
  world = await startApiWorld()
  house = openHouse(world)
  wire = await openProxy(world.url)
})
afterEach(() => {
  wire.resume()
  house.leave()
})
afterAll(async () => {
  await wire.close()
  await world.stop()
})

it('says that it is behind within five seconds of silence', () => {
  expect(BEHIND_AFTER_MS + LOOK_MS).toBeLessThan(5000)
})

it('says that it is behind while nothing comes through, and is whole again on the same line', async () => {
  const screen = await house.watch('supervisor', wire.via(world.url))
  const opened = wire.opened()
  const before = screen.links.length
  wire.stall()
  await anAskingIncident(world.context)
  await until('the screen says so', async () => screen.link() === 'behind')
  wire.resume()
  await house.isLive(screen)
  await house.mustBeWhole()
  expect([wire.opened(), screen.links.slice(before)]).toEqual([opened, ['behind', 'live']])
})

it('a line on which nothing moves is given up at both ends; then the screen comes back whole', async () => {
  const screen = await house.watch('supervisor', wire.via(world.url))
  const before = screen.links.length
  wire.stall()
  await until('the screen gives up', async () => screen.link() === 'cut')
  await until('the api gives up', async () => world.live.screens() === 0)
  expect(screen.links.slice(before, before + 2)).toEqual(['behind', 'cut'])
  await anAskingIncident(world.context)
  wire.resume()
  await house.isLive(screen)
  await house.mustBeWhole()
})
