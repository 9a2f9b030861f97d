import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { anAskingIncident } from '../../contracts/store/given.ts'
import { until } from '../../world/client.ts'
import { startApiWorld, type ApiWorld } from '../api-world.ts'
import { dial, type Caller } from './dial.ts'
import { openHouse, type House } from './house.ts'

let world: ApiWorld
let house: House
let token: string
const callers: Caller[] = []
beforeAll(async () => {
  world = await startApiWorld()
  house = openHouse(world)
  token = await house.tokenOf('operator')
})
afterEach(() => {
  house.leave()
  for (const { socket } of callers.splice(0)) socket.close()
})
afterAll(() => world.stop())

const knock = (
  auth: Record<string, unknown>,
  more: { origin?: string; transports?: string[] } = {},
): Caller => {
  const caller = dial(world.url, { auth, ...more })
  callers.push(caller)
  return caller
}
const isIn = (caller: Caller) => until('a snapshot', async () => caller.snapshots.length === 1)
const isRefused = (caller: Caller) => until('the refusal', async () => caller.refusals[0])

it.each([
  ['no token', { token: '', cursor: null }],
  ['a token nobody made', { token: 'a.b.c', cursor: null }],
  ['nothing at all', {}],
  ['a cursor that is none', { token: 'of the operator', cursor: -1 }],
  ['more than was asked for', { token: 'of the operator', cursor: null, role: 'admin' }],
])('lets nobody in with %s', async (_, auth) => {
  const said = 'token' in auth && auth.token === 'of the operator' ? { ...auth, token } : auth
  const caller = knock(said)
  expect(await isRefused(caller)).toBe('not_signed_in')
  expect(caller.snapshots).toEqual([])
})

it('lets no partner engineer in, who may not see incidents', async () => {
  const caller = knock({ token: await house.tokenOf('partner_admin'), cursor: null })
  expect(await isRefused(caller)).toBe('not_signed_in')
})

it('lets a page of our own in, and none of another origin, whoever is signed in there', async () => {
  const { origin } = new URL(world.url)
  await isIn(knock({ token, cursor: null }, { origin }))
  for (const other of ['https://evil.example', 'null', origin.replace('127.0.0.1', '127.0.0.2')]) {
    const caller = knock({ token, cursor: null }, { origin: other })
    await isRefused(caller)
    expect(caller.snapshots).toEqual([])
  }
})

it('speaks websocket only: no falling back to asking again and again', async () => {
  await isRefused(knock({ token, cursor: null }, { transports: ['polling'] }))
  const polled = await fetch(`${world.url}/live/?EIO=4&transport=polling`)
  expect([polled.status, await polled.json()]).toEqual([400, { code: 0, message: 'Transport unknown' }])
})

it.each<[string, unknown[]]>([
  ['watch', [{ tiles: 'all' }]],
  ['watch', [null]],
  ['watch', [{ tiles: Array.from({ length: 2001 }, () => '1:1') }]],
  ['resync', ['everything']],
  ['resync', [-1]],
  ['resync', []],
  ['renew', [5]],
  ['renew', []],
  ['renew', ['a.b.c', 'no function']],
  ['nonsense', [{}]],
])('takes no harm from a wrong %s (%#)', async (event, args) => {
  const caller = knock({ token, cursor: null })
  await isIn(caller)
  caller.socket.emit(event, ...args)
  const { id } = await anAskingIncident(world.context)
  await until('the stream goes on', async () =>
    caller.frames.some(({ facts }) => facts.some(({ entityId }) => entityId === id)),
  )
  expect(caller.ends).toEqual([])
})

it('cuts who says more than a screen has to say', async () => {
  const caller = knock({ token, cursor: null })
  await isIn(caller)
  caller.socket.emit('watch', { tiles: ['x'.repeat(70_000)] })
  await until('the end', async () => caller.ends.length === 1)
})
