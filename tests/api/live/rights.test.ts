import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { changeRole, setUserStatus } from '#contracts/domain/user/user.ts'
import type { Role } from '#contracts/domain/roles.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import { tileOf } from '#contracts/wire/live.ts'
import { signAccess } from '../../../api/usecases/session/access-token.ts'
import { anAskingIncident, op } from '../../contracts/store/given.ts'
import { until } from '../../world/client.ts'
import { JWT_SECRET } from '../../world/platform.ts'
import { PASSWORD, startApiWorld, type ApiWorld } from '../api-world.ts'
import { serve, type Served } from '../partner/served.ts'
import { openHouse, type House } from './house.ts'

/** The world's process, and a second one beside it. */
let world: ApiWorld
let twin: Served
let house: House
beforeAll(async () => {
  world = await startApiWorld()
  twin = await serve(world.context.config)
  house = openHouse(world)
})
afterEach(() => house.leave())
afterAll(async () => {
  await twin.close()
  await world.stop()
})

const userOf = (role: Role): string => derivedId('usr', role)
const becomes = (role: Role, next: Role) =>
  world.context.store.ledger.change('user', userOf(role), op(), (state) =>
    state ? changeRole(state, next) : [],
  )
const isNow = (role: Role, status: 'enabled' | 'disabled') =>
  world.context.store.ledger.change('user', userOf(role), op(), (state) =>
    state ? setUserStatus(state, status) : [],
  )

it('two tabs of one user, at two processes: both whole; signing out cuts both within five seconds', async () => {
  const answer = await fetch(`${world.url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'supervisor', password: PASSWORD }),
  })
  const { accessToken } = (await answer.json()) as { accessToken: string }
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const tabs = [house.enter('supervisor', accessToken), house.enter('supervisor', accessToken, twin.url)]
  for (const tab of tabs) await house.isLive(tab)
  await anAskingIncident(world.context)
  await house.mustBeWhole()

  const out = await fetch(`${world.url}/api/v1/auth/logout`, { method: 'POST', headers: { cookie } })
  expect(out.status).toBe(204)
  await until(
    'both tabs are cut',
    async () => tabs.every(({ farewells }) => farewells.includes('revoked')),
    5,
  )
  const stoodAt = tabs.map((tab) => tab.seq())
  const { id } = await anAskingIncident(world.context)
  const other = await house.watch('operator')
  await until('others see it', async () => other.city()?.incidents.has(id))
  expect(tabs.map((tab) => tab.seq())).toEqual(stoodAt)
  expect(tabs.map((tab) => tab.link())).toEqual(['cut', 'cut'])
})

it('cuts somebody who was disabled, at whatever process, within five seconds', async () => {
  const here = await house.watch('commander')
  const there = await house.watch('commander', twin.url)
  await isNow('commander', 'disabled')
  await until('both are cut', async () => [here, there].every((one) => one.farewells.includes('revoked')), 5)
  await isNow('commander', 'enabled')
  // He knocks again by himself, and is let in again.
  await house.isLive(here)
  await house.isLive(there)
  await house.mustBeWhole()
})

it('cuts somebody whose role changed: he comes back with the rights of today', async () => {
  const screen = await house.watch('kalak')
  const position = { lat: -10.17, lng: 123.62, accuracyM: 10 }
  const isAt = (at: string) => world.context.presence.keep('5371', new Map([['vol_a', { ...position, at }]]))
  screen.watch([tileOf(position.lat, position.lng)])
  await isAt('2026-01-17T06:05:00.000Z')
  await until('a position', async () => screen.ticks.length === 1)

  const fresh = await house.tokenOf('kalak')
  await becomes('kalak', 'pimpinan')
  // With a fresh token he tries to stay: the line is cut all the same.
  screen.renew(fresh)
  await until('the farewell', async () => screen.farewells.includes('revoked'), 5)
  await house.isLive(screen)
  const watcher = await house.watch('operator')
  watcher.watch([tileOf(position.lat, position.lng)])
  await isAt('2026-01-17T06:06:00.000Z')
  await until(
    'somebody else hears it',
    async () => watcher.ticks.at(-1)?.fixes[0]?.at === '2026-01-17T06:06:00.000Z',
  )
  expect(screen.ticks).toHaveLength(1)
  await becomes('kalak', 'kalak')
})

it('cuts somebody whose token ran out, unless he brought a fresh one of his own', async () => {
  const caller = { userId: userOf('operator'), sid: 'ses_test', role: 'operator', agencyId: '5371' } as const
  const soon = (sid: string) => {
    const minutesAgo = new Date(world.context.clock.now().getTime() - (15 * 60 - 4) * 1000)
    return signAccess({ ...caller, sid }, JWT_SECRET, minutesAgo).accessToken
  }
  const fresh = await house.tokenOf('operator')
  const supervisors = await house.tokenOf('supervisor')
  const [late, renewed, borrowed] = ['ses_1', 'ses_2', 'ses_3'].map((sid) =>
    house.enter('operator', soon(sid)),
  )
  for (const screen of house.screens()) await house.isLive(screen)
  renewed?.renew(fresh)
  borrowed?.renew(supervisors)
  await until('the farewells', async () =>
    [late, borrowed].every((screen) => screen?.farewells.includes('expired')),
  )
  expect(renewed?.farewells).toEqual([])
  await anAskingIncident(world.context)
  await until(
    'he still hears',
    async () => renewed?.seq() === (await world.context.store.cursors.head('5371')).seq,
  )
})
