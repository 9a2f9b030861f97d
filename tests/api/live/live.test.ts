import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { note } from '#contracts/domain/incident/commands/notes.ts'
import { changeRole, setUserStatus } from '#contracts/domain/user/user.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import { createLiveQueries } from '#contracts/store/live-queries.ts'
import { tileOf } from '#contracts/wire/live.ts'
import { anAskingIncident, op } from '../../contracts/store/given.ts'
import { client, until } from '../../world/client.ts'
import { sortedJson } from '../../world/sorted-json.ts'
import { PASSWORD, startApiWorld, type ApiWorld } from '../api-world.ts'
import { openScreen, type Screen } from './screen.ts'

let world: ApiWorld
const screens: Screen[] = []
beforeAll(async () => {
  world = await startApiWorld()
})
afterEach(() => {
  for (const screen of screens.splice(0)) screen.close()
})
afterAll(() => world.stop())

const tokenOf = async (role: string): Promise<string> =>
  (await client(world.url, null).call('login', { body: { login: role, password: PASSWORD } })).accessToken

const watchAs = async (role: string): Promise<Screen> => {
  const token = await tokenOf(role)
  const screen = openScreen(world.url, async () => token)
  screens.push(screen)
  await until(`${role} sees the city`, async () => screen.link() === 'live' && screen.city() !== null)
  return screen
}

const hash = (value: unknown): string => createHash('sha256').update(sortedJson(value)).digest('hex')

/** The same hash over what the screen has folded and over what the database holds. */
const equalsDatabase = (screen: Screen): Promise<boolean> =>
  until('the screen equals the database', async () => {
    const queries = createLiveQueries(world.context.store.models)
    const docs = await queries.incidents('5371', '2000-01-01T00:00:00.000Z')
    const database = Object.fromEntries(docs.map((doc) => [doc._id, [doc.version, doc.state]]))
    const folded = [...(screen.city()?.incidents ?? [])].map(([id, { version, state }]) => [
      id,
      [version, state],
    ])
    return hash(database) === hash(Object.fromEntries(folded))
  })

const noted = (id: string, n: number) =>
  world.context.store.incidents.change(id, op(), (state) =>
    note(state, { textId: `txt_${n}`, digest: 'd', about: 'note' }),
  )

describe('the live view', () => {
  it('joins during a burst without a gap and without a double', async () => {
    const incidents = await Promise.all(Array.from({ length: 5 }, () => anAskingIncident(world.context)))
    const burst = { on: true }
    const written = (async () => {
      for (let n = 0; burst.on || n < 100; n += 1) await noted(incidents[n % 5]?.id ?? '', n)
    })()
    const [first, second] = await Promise.all([watchAs('operator'), watchAs('supervisor')])
    burst.on = false
    await written
    await world.settled()
    await equalsDatabase(first)
    await equalsDatabase(second)
  })

  it('comes back with its cursor after the server hung up, and has missed nothing', async () => {
    const screen = await watchAs('operator')
    const { id } = await anAskingIncident(world.context)
    await until('the incident on the screen', async () => screen.city()?.incidents.has(id) ?? false)
    const before = screen.city()?.seq ?? 0
    screen.links.length = 0
    world.dropScreens()
    await until('the screen notices', async () => screen.links.includes('cut'))
    for (let n = 0; n < 20; n += 1) await noted(id, n)
    await until(
      'the screen is live again',
      async () => screen.link() === 'live' && (screen.city()?.seq ?? 0) >= before + 20,
    )
    await world.settled()
    await equalsDatabase(screen)
  })

  it('leaves out what a role may not see, and still counts it as received', async () => {
    const mayor = await watchAs('pimpinan')
    const operator = await watchAs('operator')
    const coordinator = await world.as('coordinator')
    await coordinator.call('registerVolunteer', {
      body: {
        displayName: 'Relawan Contoh',
        phone: '081200001234',
        plate: 'DH 1 X',
        vehicle: 'motorcycle',
        skills: [],
      },
    })
    await anAskingIncident(world.context)
    await until('the volunteer', async () => (operator.city()?.volunteers.size ?? 0) > 0)
    await until('the same seq', async () => mayor.city()?.seq === operator.city()?.seq)
    expect(mayor.city()?.volunteers.size).toBe(0)
    expect(mayor.city()?.incidents.size).toBe(operator.city()?.incidents.size)
  })

  it('cuts somebody whose rights were taken, within five seconds', async () => {
    const { ledger } = world.context.store
    const screen = await watchAs('commander')
    const userId = derivedId('usr', 'commander')
    await ledger.change('user', userId, op(), (state) => (state ? setUserStatus(state, 'disabled') : []))
    await until('the farewell', async () => screen.farewells.includes('revoked'), 5)
    await ledger.change('user', userId, op(), (state) => (state ? setUserStatus(state, 'enabled') : []))
  })

  it('cuts somebody whose role changed: he comes back with the rights of today', async () => {
    const { ledger } = world.context.store
    const screen = await watchAs('kalak')
    const userId = derivedId('usr', 'kalak')
    await ledger.change('user', userId, op(), (state) => (state ? changeRole(state, 'pimpinan') : []))
    await until('the farewell', async () => screen.farewells.includes('revoked'), 5)
    await ledger.change('user', userId, op(), (state) => (state ? changeRole(state, 'kalak') : []))
  })

  it.each([
    ['no token', ''],
    ['a token nobody made', 'a.b.c'],
  ])('lets nobody in with %s', async (_, token) => {
    const screen = openScreen(world.url, async () => token)
    screens.push(screen)
    await until('the refusal', async () => screen.link() === 'cut')
    expect(screen.city()).toBeNull()
  })

  it('lets no partner engineer in, who may not see incidents', async () => {
    const token = await tokenOf('partner_admin')
    const screen = openScreen(world.url, async () => token)
    screens.push(screen)
    await until('the refusal', async () => screen.link() === 'cut')
    expect(screen.city()).toBeNull()
  })

  it('refuses a page of another origin', async () => {
    const ws = await fetch(`${world.url}/live/?EIO=4&transport=websocket`, {
      headers: { origin: 'https://evil.example', connection: 'Upgrade', upgrade: 'websocket' },
    }).catch((error: unknown) => error)
    expect(ws instanceof Error || (ws as Response).status >= 400).toBe(true)
  })

  it('sends positions of the tiles in view only', async () => {
    const screen = await watchAs('operator')
    const at = new Date().toISOString()
    const here = { lat: -10.17, lng: 123.62 }
    const there = { lat: -10.25, lng: 123.55 }
    screen.watch([tileOf(here.lat, here.lng)])
    await world.context.presence.keep(
      '5371',
      new Map([
        ['vol_here', { ...here, accuracyM: 10, at }],
        ['vol_there', { ...there, accuracyM: 10, at }],
      ]),
    )
    await until('a tick', async () => screen.ticks.length > 0)
    const seen = screen.ticks.flatMap((tick) => tick.fixes.map((fix) => fix.volunteerId))
    expect(seen).toContain('vol_here')
    expect(seen).not.toContain('vol_there')
  })
})
