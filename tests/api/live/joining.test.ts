import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { MAX_BACKFILL } from '../../../api/live/stream.ts'
import type { Role } from '#contracts/domain/roles.ts'
import { anAskingIncident, op } from '../../contracts/store/given.ts'
import { until } from '../../world/client.ts'
import { startApiWorld, type ApiWorld } from '../api-world.ts'
import { given } from '../given.ts'
import { dial } from './dial.ts'
import { openHouse, type House } from './house.ts'
import { factsOf } from './screen.ts'
import { PATIENCE_MS, seeded } from './seed.ts'

let world: ApiWorld
let house: House
beforeAll(async () => {
  world = await startApiWorld()
  house = openHouse(world)
})
afterEach(() => house.leave())
afterAll(() => world.stop())

it(
  'joins during a burst: no gap, no double, whoever comes at whatever moment',
  seeded('joining during a burst', async (chance) => {
    const { reported } = given(world)
    const operator = await world.as('operator')
    const roles: Role[] = ['supervisor', 'operator', 'pimpinan']
    const tokens = await Promise.all(roles.map(house.tokenOf))
    const burst = { on: true, written: 0 }
    const write = async (): Promise<void> => {
      while (burst.on) {
        const { incident } = await reported()
        const params = { id: incident.id }
        await operator.call('verifyIncident', { params, body: {} })
        await operator.call('noteIncident', { params, body: { text: 'Air masih naik.' } })
        burst.written += 3
      }
    }
    const writers = Promise.all([write(), write()])
    for (let n = 0; n < 9; n += 1) {
      const enough = burst.written + chance.int(9)
      await until('more was written', async () => burst.written >= enough)
      house.enter(roles[n % 3] ?? 'supervisor', tokens[n % 3] ?? '')
    }
    for (const screen of house.screens()) await house.isLive(screen)
    burst.on = false
    await writers
    await house.mustBeWhole()
    // A run in which nobody was told anything after his snapshot proves nothing.
    expect(house.screens().filter((screen) => factsOf(screen).length > 0).length).toBeGreaterThan(3)
    house.leave()
  }),
  PATIENCE_MS,
)

it('leaves out what a role may not see, and still counts it as received', async () => {
  const mayor = await house.watch('pimpinan')
  const operator = await house.watch('operator')
  await given(world).registered()
  await anAskingIncident(world.context)
  await house.mustBeWhole()
  expect(mayor.seq()).toBe(operator.seq())
  expect(mayor.city()?.volunteers.size).toBe(0)
  expect(operator.city()?.volunteers.size).toBeGreaterThan(0)
  const kinds = (screen: typeof mayor) => new Set(factsOf(screen).map(({ kind }) => kind))
  expect(kinds(mayor)).toEqual(new Set(['incident']))
  expect(kinds(operator)).toEqual(new Set(['incident', 'volunteer']))
})

it('comes back with its cursor after the server hung up: what it missed comes, once', async () => {
  const screen = await house.watch('supervisor')
  const { id } = await anAskingIncident(world.context)
  await until('the incident on the screen', async () => screen.city()?.incidents.has(id) ?? false)
  world.live.hangUp()
  await until('the screen notices', async () => screen.links.includes('cut'))
  for (let n = 0; n < 20; n += 1) await house.noted(id, n)
  await house.isLive(screen)
  await house.mustBeWhole()
  expect(screen.heard.filter((message) => 'seq' in message)).toHaveLength(1)
})

it('sends everything again from where a screen saw a hole', async () => {
  const token = await house.tokenOf('supervisor')
  const { seq } = await world.context.store.cursors.head('5371')
  const caller = dial(world.url, { auth: { token, cursor: seq } })
  await until('he is in', async () => caller.socket.connected)
  // Ten at once, as from a screen gone mad: each is answered whole or not at all.
  for (let n = 0; n < 10; n += 1) caller.socket.emit('resync', seq - 5)
  await until('the last five', async () => caller.frames.at(-1)?.to === seq)
  expect(caller.frames[0]).toMatchObject({ from: seq - 4, to: seq })
  expect(caller.frames[0]?.facts.map((fact) => fact.seq)).toEqual([4, 3, 2, 1, 0].map((n) => seq - n))
  caller.socket.close()
})

it('starts anew from a snapshot whoever is too far back, or comes from a future that was', async () => {
  const token = await house.tokenOf('supervisor')
  const { id } = await anAskingIncident(world.context)
  await world.settled()
  const before = (await world.context.store.cursors.head('5371')).seq
  await world.context.store.incidents.change(id, op(), () =>
    Array.from({ length: MAX_BACKFILL + 1 }, () => ({ type: 'test.filler', data: {} }) as never),
  )
  await world.settled()
  const { seq } = await world.context.store.cursors.head('5371')
  expect(seq).toBe(before + MAX_BACKFILL + 1)
  const callers = [before, seq + 1, before + 1].map((cursor) => dial(world.url, { auth: { token, cursor } }))
  const [tooFar, fromTheFuture, justNear] = callers
  await until('a snapshot', async () => tooFar?.snapshots[0]?.seq === seq)
  await until('a snapshot', async () => fromTheFuture?.snapshots[0]?.seq === seq)
  await until('all facts', async () => justNear?.frames.at(-1)?.to === seq)
  expect(justNear?.snapshots).toEqual([])
  expect(justNear?.frames.flatMap(({ facts }) => facts)).toHaveLength(MAX_BACKFILL)
  for (const { socket } of callers) socket.close()
})
