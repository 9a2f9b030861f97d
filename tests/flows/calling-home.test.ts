import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Member } from './partner.ts'
import { openFlow, type Flow } from './world.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow()
})
afterEach(async () => {
  await flow.rest()
  await flow.mustBeInOrder()
})
afterAll(() => flow.close())

/** An incident for which these many drivers are out, and one more is still asked. */
const asking = async (quantity: number) => {
  const { partner, report, order } = flow
  const drivers: Member[] = []
  for (let i = 0; i <= quantity; i += 1) drivers.push(await partner.driver(300 + 200 * i))
  const { id } = await report({ verified: true })
  const planned = await order('setNeeds', id, { needs: [{ task: 'antar_bantuan', quantity }] })
  await order('dispatchIncident', id)
  return { id, needId: planned.needs[0]!.id, drivers }
}

it('a stand-down reaches everybody, and has two ticks: delivered, then read', async () => {
  const { partner, order, becomes, accepts, step } = flow
  const { id, drivers } = await asking(2)
  const [ana, ben] = drivers as [Member, Member]
  const task = await accepts(ana)
  await step(task, 'en_route')
  await partner.hears('offer.created', ben)

  const cancelled = await order('cancelIncident', id, { reason: 'Salah lokasi.' })
  expect([cancelled.status, cancelled.offers]).toEqual(['cancelled', []])
  await partner.hears('assignment.stood_down', ana, { assignmentId: task, reason: 'stand_down' })
  await partner.hears('offer.withdrawn', ben, { reason: 'stand_down' })
  const ack = ({ assignments }: typeof cancelled) => assignments[0]?.acks.stood_down
  await becomes(id, 'the first tick', (incident) => ack(incident) === 'delivered')
  await partner.told('assignment.acknowledged', { assignmentId: task, what: 'stood_down', how: 'read' })
  expect(ack(await flow.file(id))).toBe('read')
  const late = await partner.send('assignment.progressed', {
    assignmentId: task,
    state: 'on_scene',
    at: new Date().toISOString(),
  })
  expect([late.status, late.body['code']]).toEqual([409, 'terminal'])
})

it('lowering a need below those on their way wants their names; the others go on', async () => {
  const { partner, order, accepts, step } = flow
  const { id, needId, drivers } = await asking(2)
  const [ana, ben] = drivers as [Member, Member]
  const [anas, bens] = [await accepts(ana), await accepts(ben)]
  await step(anas, 'on_scene')

  const needs = [{ needId, task: 'antar_bantuan', quantity: 1 }]
  const { status, body } = await flow.operator.try('setNeeds', { params: { id }, body: { needs } })
  expect([status, body['code'], body['detail']]).toEqual([
    409,
    'confirm_stand_down',
    // Who has not moved yet goes home first.
    { needId, suggested: [bens] },
  ])
  const lowered = await order('setNeeds', id, { needs, standDown: [bens] })
  expect(lowered.needs[0]).toMatchObject({ quantity: 1, status: 'filled' })
  await partner.hears('assignment.stood_down', ben, { assignmentId: bens, reason: 'need_lowered' })
  expect(await step(anas, 'completed')).toEqual({ outcome: 'applied' })
})

it('somebody gives his task back: somebody else is asked and comes', async () => {
  const { order, becomes, accepts, step } = flow
  const { id, drivers } = await asking(1)
  const [ana, ben] = drivers as [Member, Member]
  const task = await accepts(ana)
  await becomes(id, 'the need to be filled', ({ needs }) => needs[0]?.status === 'filled')
  await step(task, 'released')
  // His offer had been withdrawn when Ana came: he was never heard, so he may be asked again.
  const file = await becomes(id, 'Ben to be asked again', ({ offers }) =>
    offers.some(({ volunteerId }) => volunteerId === ben.id),
  )
  expect(file.offers.map(({ volunteerId }) => volunteerId)).toEqual([ben.id])
  await flow.partner.hears('offer.created', ben, { offerId: file.offers[0]!.id })
  await step(await accepts(ben), 'completed')
  await order('controlIncident', id)
  expect((await order('closeIncident', id)).status).toBe('closed')
})
