import { afterAll, beforeAll, expect, it } from 'vitest'
import { roles } from '#contracts/domain/roles.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import type { RouteName } from '#contracts/wire/routes/all.ts'
import type { Call, Client } from '../../world/client.ts'
import { AGENCY, startApiWorld, type ApiWorld } from '../api-world.ts'
import { given, aReport, twoMotorcycles } from '../given.ts'
import { rows } from '../rows/all.ts'
import type { Row } from '../rows/row.ts'
import { nextDoor, openNextDoor } from './neighbours.ts'
import { namedBeside, whose } from './whose.ts'

let world: ApiWorld
let neighbour: Client
beforeAll(async () => {
  world = await startApiWorld()
  await openNextDoor(world)
  neighbour = await nextDoor(world)('operator')
  for (const role of roles) await world.as(role)
})
afterAll(async () => world.stop())

const idOf = (login: string): string => derivedId('usr', login)
const sidOf = async (login: string): Promise<string> => {
  const now = world.context.clock.now().toISOString()
  const [session] = await world.context.sessions.ofUsers([idOf(login)], now)
  if (session === undefined) throw new Error(`${login} is not signed in`)
  return session.family
}
const namesOf = (letter: string): RouteName[] =>
  (Object.keys(whose) as RouteName[]).filter((name) => whose[name][2] === letter)

it.each(namesOf('c'))('%s: is about himself alone', async (name) => {
  const row: Row = rows[name]
  const call = await row.good(given(world))
  const others = roles.filter((role) => role !== row.role)
  const sids = await Promise.all(others.map(sidOf))
  await world.settled()
  const { seq } = await world.context.store.cursors.head(AGENCY)
  const { status, body } = await (await world.as(row.role)).try(name, call)
  expect(status).toBeLessThan(300)
  const told = JSON.stringify(body)
  expect([...others.map(idOf), ...sids].filter((id) => told.includes(id))).toEqual([])
  await world.settled()
  const facts = await world.context.store.cursors.after(AGENCY, seq, 100)
  expect(facts.filter(({ entityId }) => entityId !== idOf(row.role))).toEqual([])
  // Nobody else was signed out.
  expect(await Promise.all(others.map(sidOf))).toEqual(sids)
})

it.each(namesOf('x'))('%s: what is another person’s goes on', async (name) => {
  const sid = await sidOf('operator')
  const { status, body } = await (await world.as('pimpinan')).try(name, { params: { sid } })
  expect([status, body['code']]).toEqual([409, 'already_done'])
  expect(await sidOf('operator')).toBe(sid)
})

it.each(namesOf('+'))('%s: is for an administrator, who names somebody else', async (name) => {
  const row: Row = rows[name]
  expect(row.role).toBe('admin')
  const call = await row.good(given(world))
  expect(call.params?.['id']).not.toBe(idOf('admin'))
  await (await world.as('admin')).call(name, call)
})

type Beside = keyof typeof namedBeside
const ofTheirs = async (): Promise<{ id: string; needId: string }> => {
  const { incident } = await neighbour.call('reportIncident', { body: { ...aReport, verified: true } })
  const params = { id: incident.id }
  const { incident: planned } = await neighbour.call('setNeeds', { params, body: twoMotorcycles })
  await neighbour.call('dispatchIncident', { params })
  return { id: incident.id, needId: planned.needs[0]?.id ?? '' }
}
const about = async (body: object): Promise<Call> => ({ params: { id: (await ofTheirs()).id }, body })
const calls: Record<Beside, () => Promise<Call>> = {
  'reportIncident follows': async () => {
    const { incident } = await given(world).cancelled()
    return { body: { ...aReport, follows: incident.id } }
  },
  'markDuplicate of': async () => {
    const { incident } = await neighbour.call('reportIncident', { body: aReport })
    return { params: { id: incident.id }, body: { of: (await given(world).reported()).incident.id } }
  },
  'assignByHand volunteerId': async () => {
    const { id, needId } = await ofTheirs()
    const { id: volunteerId } = await given(world).onDuty()
    return { params: { id }, body: { needId, volunteerId, reason: 'Ditelepon.' } }
  },
  'answerByCode code': async () => {
    const { body } = await rows.answerByCode.good(given(world))
    return about(body ?? {})
  },
  'acknowledgeAlarm alarm': async () => about({ alarm: (await given(world).alarmed()).alarm }),
  'showIncidentPhone volunteerId': async () =>
    about({ reason: 'koordinasi', volunteerId: (await given(world).onDuty()).id }),
}

it.each(Object.entries(namedBeside))('next door, %s of ours: %s', async (key, code) => {
  const call = await calls[key as Beside]()
  await world.settled()
  const { seq } = await world.context.store.cursors.head(AGENCY)
  const { status, body } = await neighbour.try(key.split(' ')[0] as RouteName, call)
  expect([status, body['code']]).toEqual([code === 'not_found' ? 404 : 409, code])
  await world.settled()
  expect((await world.context.store.cursors.head(AGENCY)).seq).toBe(seq)
})
