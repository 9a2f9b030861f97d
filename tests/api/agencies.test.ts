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
let neighbours: Record<'supervisor' | 'operator', Client>
beforeAll(async () => {
  world = await startApiWorld()
  const { context, url } = world
  const agencyId = '5303'
  await createAgency(
    context,
    { id: agencyId, name: 'BPBD Tetangga', poskoPhone: null, reference: kupang },
    BY,
  )
  const user = (role: 'supervisor' | 'operator') => ({
    agencyId,
    displayName: 'Tetangga',
    password: PASSWORD,
    role,
  })
  await createUser(context, { ...user('supervisor'), login: 'tetangga-s' }, BY)
  await createUser(context, { ...user('operator'), login: 'tetangga-o' }, BY)
  neighbours = {
    supervisor: await signIn(url, 'tetangga-s', PASSWORD),
    operator: await signIn(url, 'tetangga-o', PASSWORD),
  }
})
afterAll(async () => world.stop())

const ofOneThing = Object.entries<Row>(rows).filter(([name]) => {
  const route: Route = routes[name as RouteName]
  return route.path.includes(':id')
})

describe('somebody of another agency', () => {
  it.each(ofOneThing)('%s: finds nothing of ours and changes nothing', async (name, row) => {
    const call = await row.good(given(world))
    const client = row.role === 'operator' ? neighbours.operator : neighbours.supervisor
    const { status, body } = await client.try(name as RouteName, call)
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
