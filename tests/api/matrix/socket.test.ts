import { afterAll, beforeAll, expect, it } from 'vitest'
import { roles } from '#contracts/domain/roles.ts'
import { tileOf } from '#contracts/wire/live.ts'
import { createPartner } from '../../../api/usecases/setup/create-partner.ts'
import { createUser } from '../../../api/usecases/setup/create-user.ts'
import { anAskingIncident } from '../../contracts/store/given.ts'
import { client, until } from '../../world/client.ts'
import { AGENCY, BY, PASSWORD, startApiWorld, type ApiWorld } from '../api-world.ts'
import { drawnZone } from '../given-zones.ts'
import { dial, type Caller } from '../live/dial.ts'
import { atTheSocket, maySee } from './expected.ts'

let world: ApiWorld
const callers = new Map<string, Caller>()
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => {
  for (const { socket } of callers.values()) socket.disconnect()
  await world.stop()
})

const PLACE = { lat: -10.17, lng: 123.62, accuracyM: 10, at: '2026-01-17T06:05:00.000Z' }

/** One fact of each kind that there is to hear. */
const somethingOfEach = async (): Promise<void> => {
  const { context } = world
  await anAskingIncident(context)
  const person = {
    displayName: 'Contoh Bria',
    phone: '+6281234567801',
    plate: 'DH 1 AA',
    vehicle: 'motorcycle',
  }
  await (await world.as('coordinator')).call('registerVolunteer', { body: person })
  const cutoffAt = new Date(context.clock.now().getTime() + 3_600_000).toISOString()
  await (await world.as('operator')).call('startShift', { body: { crew: ['Contoh Lado'], cutoffAt } })
  await createPartner(context, { agencyId: AGENCY, ref: 'x', name: 'X', sandbox: true, url: null }, BY)
  await createUser(
    context,
    { agencyId: AGENCY, login: 'contoh', displayName: 'Contoh', password: PASSWORD, role: 'operator' },
    BY,
  )
  await drawnZone(world)
  await world.settled()
}

it('lets in whom it should, and shows him the facts and the positions that are his to see', async () => {
  const { seq: cursor } = await world.context.store.cursors.head(AGENCY)
  for (const role of roles) {
    const body = { login: role, password: PASSWORD }
    const { accessToken: token } = await client(world.url, null).call('login', { body })
    const caller = dial(world.url, { auth: { token, cursor } })
    callers.set(role, caller)
    await until(`${role} is let in or not`, async () => caller.socket.connected || caller.refusals.length > 0)
    expect([role, caller.socket.connected]).toEqual([role, maySee(atTheSocket.connects, role)])
    caller.socket.emit('watch', { tiles: [tileOf(PLACE.lat, PLACE.lng)] })
  }
  await somethingOfEach()
  const { seq } = await world.context.store.cursors.head(AGENCY)

  for (const role of roles.filter((one) => maySee(atTheSocket.connects, one))) {
    const caller = callers.get(role)
    await until(`${role} has heard all`, async () => (caller?.frames.at(-1)?.to ?? 0) >= seq)
    const heard = new Set(caller?.frames.flatMap(({ facts }) => facts.map(({ kind }) => kind)))
    for (const [kind, row] of Object.entries(atTheSocket.facts))
      expect([role, kind, heard.has(kind as never)]).toEqual([role, kind, maySee(row, role)])
  }

  await world.context.presence.keep(AGENCY, new Map([['vol_a', PLACE]]))
  const watchers = roles.filter((role) => maySee(atTheSocket.positions, role))
  for (const role of watchers)
    await until(`${role} sees him`, async () => (callers.get(role)?.ticks.length ?? 0) > 0)
  const blind = roles.filter((role) => !watchers.includes(role))
  expect(blind.map((role) => callers.get(role)?.ticks.length)).toEqual(blind.map(() => 0))
})
