import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { PLACE } from './partner.ts'
import { openFlow, REPORTER, type Flow } from './world.ts'
import { everythingInRedis } from './redis-content.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow()
})
afterEach(async () => {
  await flow.rest()
  await flow.mustBeInOrder()
})
afterAll(() => flow.close())

const twoMotorcycles = { needs: [{ task: 'antar_bantuan', vehicle: 'motorcycle', quantity: 2 }] }

it('from a report to two arrivals and the end', async () => {
  const { partner, order, becomes, accepts, step } = flow
  const drivers = [await partner.driver(300), await partner.driver(600), await partner.driver(900)] as const
  const { id } = await flow.report()
  await order('verifyIncident', id)
  await order('setNeeds', id, twoMotorcycles)
  await order('dispatchIncident', id)

  const offered = await partner.hears('offer.created', drivers[0])
  expect(offered).toMatchObject({ drill: false, task: 'antar_bantuan', incident: { hazard: 'banjir' } })
  expect(offered).not.toHaveProperty('contact')
  expect(offered['place']).toMatchObject({ areaName: expect.stringContaining('Oebufu') })
  expect(offered['place']).not.toMatchObject(PLACE)
  const tasks = [await accepts(drivers[0]), await accepts(drivers[1])]
  await partner.hears('offer.withdrawn', drivers[2], { reason: 'filled' })
  const confirmed = await partner.hears('assignment.confirmed', drivers[0], { assignmentId: tasks[0] })
  expect(confirmed).toMatchObject({ place: { address: 'Jalan Frans Seda nomor 12' } })

  for (const task of tasks)
    for (const state of ['en_route', 'on_scene', 'working', 'completed'])
      expect(await step(task, state)).toEqual({ outcome: 'applied' })
  await becomes(id, 'both confirmations to be ticked', ({ assignments }) =>
    assignments.every(({ acks, state }) => acks.confirmed === 'delivered' && state === 'completed'),
  )
  await order('controlIncident', id, { note: 'Air surut.' })
  expect((await order('closeIncident', id, {})).status).toBe('closed')

  const { facts } = await flow.operator.call('incidentFacts', { params: { id } })
  const course = facts.map(({ type }) => type).filter((type) => type.startsWith('incident.'))
  expect(course).toEqual(
    ['reported', 'verified', 'dispatched', 'responding', 'controlled', 'closed'].map(
      (is) => `incident.${is}`,
    ),
  )
})

it('a volunteer who is suspended while he is out finishes, and is asked for nothing else', async () => {
  const { partner, order, becomes, accepts, step } = flow
  const ana = await partner.driver()
  const { id } = await flow.report({ verified: true })
  await order('setNeeds', id, { needs: [{ task: 'pantau', quantity: 1 }] })
  await order('dispatchIncident', id)
  const task = await accepts(ana)
  await (
    await flow.api.as('coordinator')
  ).call('suspendVolunteer', {
    params: { id: ana.id },
    body: { note: 'Ditegur.' },
  })
  for (const state of ['en_route', 'on_scene', 'completed'])
    expect(await step(task, state)).toEqual({ outcome: 'applied' })
  await order('controlIncident', id, {})
  await order('closeIncident', id, {})

  const { id: next } = await flow.report({ verified: true })
  await order('setNeeds', next, { needs: [{ task: 'pantau', quantity: 1 }] })
  await order('dispatchIncident', next)
  const stalled = await becomes(next, 'the next one to stall', ({ needs }) => needs[0]?.status === 'stalled')
  expect(stalled.needs[0]?.stalled?.reasons).toMatchObject({ not_active: 1 })
  expect(stalled.asked).toEqual([])
})

it('says nothing of the reporter to anybody outside, nor in a log, a job or a fact', async () => {
  const { partner, order, accepts } = flow
  const ana = await partner.driver()
  const { id } = await flow.report({ verified: true })
  await order('correctIncident', id, { description: `${REPORTER.name} (${REPORTER.phone}) menelepon lagi.` })
  await order('setNeeds', id, { needs: [{ task: 'pantau', quantity: 1 }] })
  await order('dispatchIncident', id)
  const task = await accepts(ana)
  await partner.hears('assignment.confirmed', ana)
  await order('correctIncident', id, { severity: 'kritis' })
  await partner.hears('assignment.updated', ana)
  await order('standDown', id, { assignmentIds: [task] })
  await partner.hears('assignment.stood_down', ana)

  const { connection, redis } = flow.worker.ctx
  const facts = await connection.collection('facts').find().toArray()
  const places = {
    messages: partner.endpoint.received.map(({ raw }) => raw).join('\n'),
    log: flow.logged(),
    facts: JSON.stringify(facts),
    redis: await everythingInRedis(redis, flow.home.redisPrefix),
  }
  for (const [place, said] of Object.entries(places)) {
    expect(said.length, place).toBeGreaterThan(1000)
    for (const secret of [REPORTER.name, REPORTER.phone, REPORTER.phone.slice(3)])
      expect(said.includes(secret), `${secret} in ${place}`).toBe(false)
  }
  // Nor of the volunteer, but to his own platform.
  for (const secret of [ana.name, ana.phone, ana.phone.slice(3)])
    for (const place of ['log', 'facts', 'redis'] as const)
      expect(places[place].includes(secret), `${secret} in ${place}`).toBe(false)
})
