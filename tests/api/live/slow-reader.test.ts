import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { MAX_WAITING } from '../../../api/live/line.ts'
import { anAskingIncident, op } from '../../contracts/store/given.ts'
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

/** Facts that say nothing and weigh much: `count` of `bytes` each, in one write. */
const heavy = (id: string, count: number, bytes: number) =>
  world.context.store.incidents.change(id, op(), () =>
    Array.from(
      { length: count },
      () => ({ type: 'test.ballast', data: { ballast: 'x'.repeat(bytes) } }) as never,
    ),
  )

it('lets a slow reader catch up at his own pace: one batch waits for him, and nobody cuts him', async () => {
  const { id } = await anAskingIncident(world.context)
  const { seq: from } = await world.context.store.cursors.head('5371')
  for (let n = 0; n < 5; n += 1) await heavy(id, 500, 8000)
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

it('an api that cannot read the ledger says how old its knowledge is, and its screens that they are behind', async () => {
  const screen = await house.watch('supervisor', field.url)
  const { seq } = await world.context.store.cursors.head('5371')
  const caller = dial(field.url, { auth: { token: await house.tokenOf('operator'), cursor: seq } })
  caller.socket.emit('watch', { tiles: [tileOf(-10.17, 123.62)] })
  const beats = async (count: number): Promise<void> => {
    const enough = caller.heartbeats.length + count
    await until('heartbeats', async () => caller.heartbeats.length >= enough)
  }
  const moves = (minute: number) =>
    world.context.presence.keep(
      '5371',
      new Map([
        ['vol_a', { lat: -10.17, lng: 123.62, accuracyM: 10, at: `2026-01-17T06:1${minute}:00.000Z` }],
      ]),
    )
  await moves(0)
  await until('his position', async () => caller.ticks.length === 1)

  toMongo.stall()
  await anAskingIncident(world.context)
  await until('the screen says so', async () => screen.link() === 'behind')
  await beats(1)
  expect(caller.heartbeats.at(-1)?.ageMs).toBeGreaterThan(0)
  expect(screen.links).toEqual(['live', 'behind'])
  // Whose rights cannot be read any more is shown nobody's position.
  await until('rights are out of date', async () => (caller.heartbeats.at(-1)?.ageMs ?? 0) > 6000)
  await moves(1)
  await beats(2)
  expect(caller.ticks).toHaveLength(1)

  toMongo.resume()
  await house.isLive(screen)
  await house.mustBeWhole()
  await until('his position again', async () => caller.ticks.length === 2)
  caller.socket.close()
})
