import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes, type RouteName } from '#contracts/wire/routes/all.ts'
import { createPartner } from '../../../api/usecases/setup/create-partner.ts'
import { createUser } from '../../../api/usecases/setup/create-user.ts'
import { signIn, type Client } from '../../world/client.ts'
import { AGENCY, BY, PASSWORD, startApiWorld, type ApiWorld } from '../api-world.ts'
import { given } from '../given.ts'
import { rows } from '../rows/all.ts'
import type { Row } from '../rows/row.ts'
import { atRoutes } from './expected.ts'

let world: ApiWorld
/** The engineer of a platform of which nothing here is. */
let stranger: Client
beforeAll(async () => {
  world = await startApiWorld()
  const partner = { agencyId: AGENCY, ref: 'mitra-lain', name: 'Mitra Lain', sandbox: true, url: null }
  const { partnerId } = await createPartner(world.context, partner, BY)
  const person = { login: 'asing', displayName: 'Contoh Asing', password: PASSWORD }
  await createUser(world.context, { agencyId: AGENCY, ...person, role: 'partner_admin', partnerId }, BY)
  stranger = await signIn(world.url, person.login, PASSWORD)
})
afterAll(async () => world.stop())

/** Routes that name a partner, and at which the engineer of a platform may stand. */
const owned = (Object.keys(atRoutes) as RouteName[]).filter(
  (name) => atRoutes[name].includes('m') && routes[name].path.includes('/partners/:id'),
)

it.each(owned)(
  '%s: a call that is good for an admin finds nothing for the engineer of another platform',
  async (name) => {
    const row: Row = rows[name]
    const call = await row.good(given(world))
    await world.settled()
    const seqBefore = (await world.context.store.cursors.head(AGENCY)).seq
    const { status, body } = await stranger.try(name, call)
    expect([status, body['code']]).toEqual([404, 'not_found'])
    await world.settled()
    expect((await world.context.store.cursors.head(AGENCY)).seq).toBe(seqBefore)
  },
)

it.each(owned.filter((name) => routes[name].method === 'get' && !routes[name].path.includes(':deliveryId')))(
  '%s: his own he reads',
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
