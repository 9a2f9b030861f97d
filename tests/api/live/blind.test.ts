import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { tileOf } from '#contracts/wire/live.ts'
import { anAskingIncident } from '../../contracts/store/given.ts'
import { until } from '../../world/client.ts'
import { newHome } from '../../world/platform.ts'
import { openProxy, type Proxy } from '../../world/proxy.ts'
import { startApiWorld, type ApiWorld } from '../api-world.ts'
import { serve, type Served } from '../partner/served.ts'
import { dial } from './dial.ts'
import { openHouse, type House } from './house.ts'

/** The api of the field lies behind `toMongo` and `toRedis`; the world's own sees all. */
let world: ApiWorld
let house: House
let toMongo: Proxy
let toRedis: Proxy
let field: Served
beforeAll(async () => {
  const home = newHome()
  world = await startApiWorld(home)
  house = openHouse(world)
  toMongo = await openProxy(home.mongoUri)
  toRedis = await openProxy(home.redisUrl)
  field = await serve({ ...home, mongoUri: toMongo.via(home.mongoUri), redisUrl: toRedis.via(home.redisUrl) })
})
afterEach(() => house.leave())
afterAll(async () => {
  await field.close()
  await Promise.all([toMongo, toRedis].map((proxy) => proxy.close()))
  await world.stop()
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

it('without Redis facts come all the same; positions are silent and come back', async () => {
  const screen = await house.watch('supervisor', field.url)
  toRedis.refuse()
  toRedis.cut()
  await anAskingIncident(world.context)
  await house.mustBeWhole()
  expect(screen.links).toEqual(['live'])
  screen.watch([tileOf(-10.17, 123.62)])
  await world.context.presence.keep(
    '5371',
    new Map([['vol_b', { lat: -10.17, lng: 123.62, accuracyM: 10, at: '2026-01-17T07:00:00.000Z' }]]),
  )
  toRedis.admit()
  await until('a position', async () =>
    screen.ticks.some(({ fixes }) => fixes.some(({ volunteerId }) => volunteerId === 'vol_b')),
  )
})
