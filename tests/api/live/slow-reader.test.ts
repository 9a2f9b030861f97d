import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { MAX_WAITING } from '../../../api/live/line.ts'
import { anAskingIncident } from '../../contracts/store/given.ts'
import { until } from '../../world/client.ts'
import { openProxy, type Proxy } from '../../world/proxy.ts'
import { startApiWorld, type ApiWorld } from '../api-world.ts'
import { dial } from './dial.ts'
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

it('cuts a reader who does not read before he costs memory; the others hear on, and he comes back whole', async () => {
  const quick = await house.watch('supervisor')
  const slow = await house.watch('admin', wire.via(world.url))
  const { id } = await anAskingIncident(world.context)
  await house.mustBeWhole()
  wire.stall('down')
  const most = { waiting: 0 }
  const opened = wire.opened()
  while (world.live.screens() === 2) {
    await house.heavy(id, 20, 50_000)
    await world.settled()
    const { seq } = await world.context.store.cursors.head('5371')
    await until('the quick one hears it', async () => quick.seq() === seq)
    most.waiting = Math.max(most.waiting, world.live.mostWaiting())
  }
  // It came near the limit and went over it by one frame at most.
  expect(most.waiting).toBeGreaterThan(MAX_WAITING / 2)
  expect(most.waiting).toBeLessThan(MAX_WAITING + 20 * 51_000)
  wire.resume()
  await until('he comes back', async () => wire.opened() > opened)
  await house.isLive(slow)
  await house.mustBeWhole()
  expect(quick.links).toEqual(['live'])
})

it('lets a slow reader catch up at his own pace: one batch waits for him, and nobody cuts him', async () => {
  const { id } = await anAskingIncident(world.context)
  const { seq: from } = await world.context.store.cursors.head('5371')
  for (let n = 0; n < 5; n += 1) await house.heavy(id, 500, 8000)
  await world.settled()
  const { seq } = await world.context.store.cursors.head('5371')
  const caller = dial(wire.via(world.url), {
    auth: { token: await house.tokenOf('supervisor'), cursor: seq },
  })
  await until('he is in', async () => caller.socket.connected && world.live.screens() === 1)
  wire.stall('down')
  caller.socket.emit('resync', from)
  await until('a batch waits', async () => world.live.mostWaiting() > 1_000_000)
  for (let n = 0; n < 20; n += 1) await house.noted(id, n)
  expect(world.live.mostWaiting()).toBeLessThan(MAX_WAITING)
  wire.resume()
  await until('all of it', async () => caller.frames.at(-1)?.to === seq + 20)
  expect(caller.frames.flatMap(({ facts }) => facts)).toHaveLength(seq + 20 - from)
  expect(caller.ends).toEqual([])
  caller.socket.close()
})
