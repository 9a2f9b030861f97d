import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entityKinds, type EntityKind } from '#contracts/domain/fact.ts'
import { roles, type Role } from '#contracts/domain/roles.ts'
import { startApiWorld, type ApiWorld } from '../api-world.ts'
import { given } from '../given.ts'
import { drawnZone } from '../given-zones.ts'
import { atRoutes, maySee } from './expected.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
  await given(world).assigned()
  await given(world).calling()
  await drawnZone(world)
  const cutoffAt = new Date(Date.now() + 3_600_000).toISOString()
  await (await world.as('operator')).call('startShift', { body: { crew: ['Contoh Lado'], cutoffAt } })
  await world.settled()
})
afterAll(async () => world.stop())

/** Of what there are facts in this world; whoever hears of more hears of these. */
const there = ['incident', 'volunteer', 'partner', 'user', 'zone', 'shift'] as const satisfies EntityKind[]

/** By hand: of which of them whoever may read the ledger hears in it. */
const heard: Partial<Record<Role, readonly EntityKind[]>> = {
  supervisor: there,
  commander: ['incident', 'volunteer', 'user', 'zone', 'shift'],
  kalak: there,
  pimpinan: ['incident', 'user', 'zone'],
  admin: there,
}

it('has a row for each role that may read the ledger', () => {
  const readers = roles.filter((role) => maySee(atRoutes.browseLedger, role))
  expect(Object.keys(heard).toSorted()).toEqual(readers.toSorted())
  expect(roles.filter((role) => maySee(atRoutes.listFacts, role))).toEqual(readers)
})

const kindsOf = (facts: readonly { kind: string }[]) =>
  new Set(facts.map(({ kind }) => kind).filter((kind) => there.some((one) => one === kind)))

describe.each(Object.entries(heard))('the ledger as the %s reads it', (role, kinds) => {
  const wanted = new Set<string>(kinds)

  it('tells after a cursor of what he may hear of', async () => {
    const reader = await world.as(role as Role)
    const { facts } = await reader.call('listFacts', { query: { limit: 1000 } })
    expect(kindsOf(facts)).toEqual(wanted)
    const [first] = (await reader.call('listFacts', { query: { limit: 1 } })).facts
    expect(first).toEqual(facts[0])
  })

  it('tells page by page of what he may hear of, also when he asks for the rest', async () => {
    const reader = await world.as(role as Role)
    const browse = async (query: object) =>
      (await reader.call('browseLedger', { query: { limit: 200, ...query } })).facts
    expect(kindsOf(await browse({}))).toEqual(wanted)
    for (const kind of entityKinds.filter((one) => there.some((known) => known === one)))
      expect([kind, (await browse({ kind })).length > 0]).toEqual([kind, wanted.has(kind)])
    const calls = await browse({ type: 'volunteer.sos' })
    expect(calls.length > 0).toBe(wanted.has('volunteer'))
  })
})
