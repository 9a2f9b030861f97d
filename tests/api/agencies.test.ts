import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import kupang from '../../local/data/kupang.json' with { type: 'json' }
import { createAgency } from '../../api/usecases/setup/create-agency.ts'
import { createUser } from '../../api/usecases/setup/create-user.ts'
import { routes, type RouteName } from '#contracts/wire/routes/all.ts'
import type { Route } from '#contracts/wire/routes/route.ts'
import { signIn, type Client } from '../world/client.ts'
import { BY, PASSWORD, startApiWorld, type ApiWorld } from './api-world.ts'
import { given } from './given.ts'
import { rows } from './rows/all.ts'
import type { Row } from './rows/row.ts'

let world: ApiWorld
let neighbours: Record<'supervisor' | 'operator' | 'admin', Client>
beforeAll(async () => {
  world = await startApiWorld()
  const { context, url } = world
  const agencyId = '5303'
  await createAgency(
    context,
    { id: agencyId, name: 'BPBD Tetangga', poskoPhone: null, reference: kupang },
    BY,
  )
  const user = (role: keyof typeof neighbours) => ({
    agencyId,
    displayName: 'Tetangga',
    password: PASSWORD,
    role,
  })
  await createUser(context, { ...user('supervisor'), login: 'tetangga-s' }, BY)
  await createUser(context, { ...user('operator'), login: 'tetangga-o' }, BY)
  await createUser(context, { ...user('admin'), login: 'tetangga-a' }, BY)
  neighbours = {
    supervisor: await signIn(url, 'tetangga-s', PASSWORD),
    operator: await signIn(url, 'tetangga-o', PASSWORD),
    admin: await signIn(url, 'tetangga-a', PASSWORD),
  }
})
afterAll(async () => world.stop())

/** One who may do the same at home: a supervisor whatever coordinators may, an admin whatever a partner's engineer may. */
const neighbourOf = ({ role }: Row): Client => {
  if (role === 'operator') return neighbours.operator
  return role === 'admin' || role === 'partner_admin' ? neighbours.admin : neighbours.supervisor
}

const ofOneThing = Object.entries<Row>(rows).filter(([name]) => {
  const route: Route = routes[name as RouteName]
  return route.path.includes(':id')
})

describe('somebody of another agency', () => {
  it.each(ofOneThing)('%s: finds nothing of ours and changes nothing', async (name, row) => {
    const call = await row.good(given(world))
    const { status, body } = await neighbourOf(row).try(name as RouteName, call)
    expect([status, body['code']]).toEqual([404, 'not_found'])
    // What was refused to the neighbour is still there for us to do.
    await (await world.as(row.role)).call(name as RouteName, call)
  })

  it('sees none of ours in a list', async () => {
    await given(world).alarmed()
    const { supervisor } = neighbours
    expect((await supervisor.call('listIncidents')).incidents).toEqual([])
    expect((await supervisor.call('listVolunteers')).volunteers).toEqual([])
    expect((await supervisor.call('listAlarms')).alarms).toEqual([])
    expect((await supervisor.call('reference')).partners.map(({ ref }) => ref)).toEqual(['mandiri'])
    const { facts } = await supervisor.call('listFacts')
    expect(facts.every(({ agencyId }) => agencyId === '5303')).toBe(true)
  })
})
