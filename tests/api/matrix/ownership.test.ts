import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles, type Role } from '#contracts/domain/roles.ts'
import { routes, type RouteName } from '#contracts/wire/routes/all.ts'
import { createPartner } from '../../../api/usecases/setup/create-partner.ts'
import { createUser } from '../../../api/usecases/setup/create-user.ts'
import { signIn, type Call, type Client } from '../../world/client.ts'
import { AGENCY, BY, PASSWORD, startApiWorld, type ApiWorld } from '../api-world.ts'
import { given } from '../given.ts'
import { rows } from '../rows/all.ts'
import type { Row } from '../rows/row.ts'
import { atRoutes, maySee } from './expected.ts'
import { nextDoor, openNextDoor } from './neighbours.ts'
import { whose } from './whose.ts'

let world: ApiWorld
/** Somebody of another agency, by role. */
let neighbour: (role: Role) => Promise<Client>
/** The engineer of a platform of which nothing here is. */
let stranger: Client
let partnerOfStranger: string
beforeAll(async () => {
  world = await startApiWorld()
  await openNextDoor(world)
  neighbour = nextDoor(world)
  const partner = { agencyId: AGENCY, ref: 'mitra-lain', name: 'Mitra Lain', sandbox: true, url: null }
  const { partnerId } = await createPartner(world.context, partner, BY)
  partnerOfStranger = partnerId
  const person = { login: 'asing', displayName: 'Contoh Asing', password: PASSWORD }
  await createUser(world.context, { agencyId: AGENCY, ...person, role: 'partner_admin', partnerId }, BY)
  stranger = await signIn(world.url, person.login, PASSWORD)
})
afterAll(async () => world.stop())

const seqOfOurs = async (): Promise<number> => {
  await world.settled()
  return (await world.context.store.cursors.head(AGENCY)).seq
}
const isId = (id: string): boolean => /^[a-z]{2,3}_/.test(id)
/** Everything of ours that has a name, but for the platform of the stranger: that one is his. */
const ids = new Set<string>()
let readTo = 0
const idsOfOurs = async (): Promise<string[]> => {
  for (const { seq, entityId } of await world.context.store.cursors.after(AGENCY, readTo, 10_000)) {
    readTo = seq
    if (isId(entityId) && entityId !== partnerOfStranger) ids.add(entityId)
  }
  return [...ids]
}
const now = (): string => world.context.clock.now().toISOString()
/** What is asked about a span must be asked about the present one: ours happened in it. */
const present: Partial<Record<RouteName, () => Call>> = {
  monthlyFigures: () => ({ params: { month: now().slice(0, 7) } }),
  periodSitrep: () => ({ query: { from: `${now().slice(0, 10)}T00:00:00+08:00`, to: now() } }),
}
const goodCall = async (name: RouteName): Promise<Call> => {
  const row: Row = rows[name]
  const call = await row.good(given(world))
  return present[name]?.() ?? call
}

/** Nobody is sent through a danger zone: none is left for the rows after it. */
const endZones = async (): Promise<void> => {
  const operator = await world.as('operator')
  for (const { id } of (await operator.call('listZones')).zones)
    await operator.call('endZone', { params: { id } })
}

const refusalOf = { '0': [404, 'not_found'], x: [409, 'already_done'] } as const
/** Holds an answer against a hand-written letter; the one who may, may also be told that he did it before. */
const mustBe = async (letter: string, name: RouteName, who: string, asker: Client, call: Call) => {
  const { status, body } = await asker.try(name, call)
  if (letter === '0' || letter === 'x')
    return expect([who, status, body['code']]).toEqual([who, ...refusalOf[letter]])
  expect([who, [routes[name].status, 409]]).toEqual([who, expect.arrayContaining([status])])
  const told = JSON.stringify(body)
  expect([who, (await idsOfOurs()).filter((id) => told.includes(id))]).toEqual([who, []])
}

const names = (Object.keys(whose) as RouteName[]).filter((name) => !whose[name].startsWith('--'))
describe.each(names)('%s', (name) => {
  const row: Row = rows[name]
  const [next = '-', platform = '-'] = whose[name]

  it('reaches what the row says, for whoever asks from elsewhere', async () => {
    const call = await goodCall(name)
    const before = await seqOfOurs()
    for (const role of roles) {
      const asker = await neighbour(role)
      if (maySee(atRoutes[name], role)) await mustBe(next, name, `${role} next door`, asker, call)
      else expect([role, (await asker.try(name, call)).status]).toEqual([role, 403])
    }
    if (platform !== '-') await mustBe(platform, name, 'the engineer of another platform', stranger, call)
    expect(await seqOfOurs()).toBe(before)
    // What was refused to them is still there for us to do: the call was a good one.
    await (await world.as(row.role)).call(name, call)
    if (name.includes('Zone')) await endZones()
  })
})

const ofPlatforms = names.filter((name) => whose[name][1] === '0' && routes[name].method === 'get')
it.each(ofPlatforms.filter((name) => !routes[name].path.includes(':deliveryId')))(
  '%s: his own the engineer reads',
  async (name) => {
    const { status } = await (await world.as('partner_admin')).try(name, { params: { id: world.partnerId } })
    expect(status).toBe(200)
  },
)

const idsOf = async (who: Client) => (await who.call('listPartners')).partners.map(({ id }) => id)
it('lists are cut to his own', async () => {
  expect((await idsOf(await world.as('admin'))).length).toBeGreaterThan(1)
  expect(await idsOf(await world.as('partner_admin'))).toEqual([world.partnerId])
  expect(await idsOf(stranger)).not.toContain(world.partnerId)
})

it('holds a cell for every role of every route, here and elsewhere', () => {
  expect(Object.keys(whose).toSorted()).toEqual(Object.keys(routes).toSorted())
  expect(new Set(Object.values(whose).map((row) => row.length))).toEqual(new Set([3]))
  // What is a platform's own, and nothing else, has a letter in the second column.
  const reached = (Object.keys(atRoutes) as RouteName[]).filter((name) => atRoutes[name].includes('m'))
  const ofPlatform = (Object.keys(whose) as RouteName[]).filter((name) => whose[name][1] !== '-')
  expect(ofPlatform.toSorted()).toEqual(reached.toSorted())
  const elsewhere = Object.values(whose).flatMap((row) => [row.charAt(1), row.charAt(2)])
  const cells = names.length * roles.length + elsewhere.filter((letter) => letter !== '-').length
  console.log(`matrix of ownership: ${cells} cells`)
})
