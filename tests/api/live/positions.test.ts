import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { raiseVolunteerSos } from '#contracts/domain/volunteer/commands.ts'
import { tileOf } from '#contracts/wire/live.ts'
import { anAskingIncident, op } from '../../contracts/store/given.ts'
import { until } from '../../world/client.ts'
import { openProxy, type Proxy } from '../../world/proxy.ts'
import { startApiWorld, type ApiWorld } from '../api-world.ts'
import { given } from '../given.ts'
import { dial } from './dial.ts'
import { openHouse, type House } from './house.ts'
import type { Screen } from './screen.ts'

let world: ApiWorld
let house: House
let wire: Proxy
beforeAll(async () => {
  world = await startApiWorld()
  house = openHouse(world)
  wire = await openProxy(world.url)
})
afterEach(async () => {
  wire.resume()
  house.leave()
  await world.context.redis.del(world.context.keys.positions('5371'))
})
afterAll(async () => {
  await wire.close()
  await world.stop()
})

const oebufu = { lat: -10.17, lng: 123.62 }
const alak = { lat: -10.21, lng: 123.53 }
const tileAt = ({ lat, lng }: { lat: number; lng: number }): string => tileOf(lat, lng)

let minute = 0
/** Somebody's phone says where he is, each time a minute later. */
const isAt = async (volunteerId: string, place: { lat: number; lng: number }): Promise<void> => {
  minute += 1
  const at = new Date(Date.UTC(2026, 0, 17, 6, minute)).toISOString()
  await world.context.presence.keep('5371', new Map([[volunteerId, { ...place, accuracyM: 10, at }]]))
}
/** Who was seen, in order; `vol_mark` tells that a tick has passed. */
const seenBy = (screen: Screen): string[] =>
  screen.ticks
    .flatMap(({ fixes }) => fixes.map(({ volunteerId }) => volunteerId))
    .filter((id) => id !== 'vol_mark')
const aTick = async (screens: Screen[]): Promise<void> => {
  const before = screens.map(({ ticks }) => ticks.length)
  for (const place of [oebufu, alak]) {
    await isAt('vol_mark', place)
    await until('a tick', async () => screens.every(({ ticks }, i) => ticks.length > (before[i] ?? 0)))
  }
}

it('sends those in view, once until they move, and who leaves the view once more', async () => {
  const screen = await house.watch('operator')
  screen.watch([tileAt(oebufu)])
  await isAt('vol_here', oebufu)
  await isAt('vol_there', alak)
  await until('he is seen', async () => seenBy(screen).length === 1)
  await isAt('vol_mark', oebufu)
  await until('another tick', async () => screen.ticks.length > 1)
  expect(seenBy(screen)).toEqual(['vol_here'])

  await isAt('vol_here', alak)
  await until('he leaves', async () => seenBy(screen).length === 2)
  expect(screen.ticks.at(-1)?.fixes.find(({ volunteerId }) => volunteerId === 'vol_here')).toMatchObject(alak)
  await isAt('vol_here', { ...alak, lat: alak.lat + 0.001 })
  await aTick([screen])
  expect(seenBy(screen)).toEqual(['vol_here', 'vol_here'])
})

it('whoever moves his view gets those who were there all along, and no more from where he was', async () => {
  const screen = await house.watch('operator')
  await isAt('vol_here', oebufu)
  await isAt('vol_there', alak)
  screen.watch([tileAt(oebufu)])
  await until('one', async () => seenBy(screen).join() === 'vol_here')
  screen.watch([tileAt(alak)])
  await until('the other', async () => seenBy(screen).join() === 'vol_here,vol_there')
  await isAt('vol_third', oebufu)
  await isAt('vol_fourth', alak)
  await until('the fourth', async () => seenBy(screen).includes('vol_fourth'))
  expect(seenBy(screen)).not.toContain('vol_third')
})

it('keeps the tiles over a reconnection', async () => {
  const screen = await house.watch('operator')
  screen.watch([tileAt(oebufu)])
  await isAt('vol_here', oebufu)
  await until('he is seen', async () => seenBy(screen).length === 1)
  world.live.hangUp()
  await until('the screen notices', async () => screen.links.includes('cut'))
  await until('he is seen again', async () => seenBy(screen).length === 2)
})

it('a tick that finds the line busy is made good: nobody who stands still is left out', async () => {
  const token = await house.tokenOf('operator')
  const { id } = await anAskingIncident(world.context)
  await house.heavy(id, 500, 8000)
  await world.settled()
  const { seq } = await world.context.store.cursors.head('5371')
  const caller = dial(wire.via(world.url), { auth: { token, cursor: seq } })
  await until('he is in', async () => caller.heartbeats.length > 0)
  caller.socket.emit('watch', { tiles: [tileAt(oebufu)] })
  wire.stall('down')
  // More than the network takes: the rest waits with us, and ticks find the line busy.
  await until('the line is busy', async () => {
    caller.socket.emit('resync', seq - 500)
    return world.live.mostWaiting() > 1_000_000
  })
  const other = await house.watch('supervisor')
  other.watch([tileAt(oebufu)])
  await isAt('vol_parked', oebufu)
  await until('others see him', async () => seenBy(other).includes('vol_parked'))
  wire.resume()
  await until('he is seen', async () =>
    caller.ticks.some(({ fixes }) => fixes.some(({ volunteerId }) => volunteerId === 'vol_parked')),
  )
  caller.socket.close()
})

it('shows nobody who is off duty, until he calls for help', async () => {
  const { id } = await given(world).active()
  const screen = await house.watch('operator')
  screen.watch([tileAt(oebufu)])
  await isAt(id, oebufu)
  await isAt('vol_here', oebufu)
  await until('somebody is seen', async () => seenBy(screen).includes('vol_here'))
  expect(seenBy(screen)).toEqual(['vol_here'])
  await world.context.store.ledger.change('volunteer', id, op(), (state) =>
    state === null ? [] : raiseVolunteerSos(state, { point: null }),
  )
  await until('he is seen', async () => seenBy(screen).includes(id))
})

it('shows nobody to those who may not see volunteers', async () => {
  const mayor = await house.watch('pimpinan')
  const operator = await house.watch('operator')
  for (const screen of [mayor, operator]) screen.watch([tileAt(oebufu)])
  await isAt('vol_here', oebufu)
  await until('he is seen', async () => seenBy(operator).length === 1)
  await isAt('vol_here', { ...oebufu, lat: oebufu.lat + 0.001 })
  await until('he moved', async () => seenBy(operator).length === 2)
  expect(mayor.ticks).toEqual([])
})
