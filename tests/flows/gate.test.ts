import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
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

const dispatched = async (more: object = {}): Promise<string> => {
  const { id } = await flow.report({ verified: true, ...more })
  await flow.order('setNeeds', id, { needs: [{ task: 'pantau', quantity: 1 }] })
  await flow.order('dispatchIncident', id)
  return id
}

it('a duplicate takes its offers back; undone while it was asking, it asks anew', async () => {
  const { partner, report, order, becomes, accepts } = flow
  const original = await report({ verified: true })
  const ana = await partner.driver()
  const id = await dispatched()
  const { offerId } = await partner.hears('offer.created', ana)
  const merged = await order('markDuplicate', id, { of: original.id })
  expect([merged.status, merged.duplicateOf, merged.offers]).toEqual(['duplicate', original.id, []])
  await partner.hears('offer.withdrawn', ana, { offerId, reason: 'stand_down' })
  const late = await partner.told('offer.accepted', { offerId, volunteerRef: ana.ref })
  expect(late).toEqual({ outcome: 'withdrawn' })

  expect((await order('undoDuplicate', id)).status).toBe('dispatching')
  const again = await becomes(id, 'Ana to be asked anew', ({ offers }) => offers.length === 1)
  await partner.hears('offer.created', ana, { offerId: again.offers[0]!.id })
  await accepts(ana)
})

it('a false report is rejected and takes no more orders', async () => {
  const { id } = await flow.report()
  expect((await flow.order('rejectIncident', id, { reason: 'palsu' })).status).toBe('rejected')
  const { status, body } = await flow.operator.try('verifyIncident', { params: { id }, body: {} })
  expect([status, body['code']]).toEqual([409, 'closed_incident'])
})

it('handed over to another agency while asking, nobody is asked any more', async () => {
  const { partner, order } = flow
  const ana = await partner.driver()
  const id = await dispatched()
  const { offerId } = await partner.hears('offer.created', ana)
  const referred = await order('referIncident', id, { to: 'damkar', note: 'Sudah dihubungi.' })
  expect([referred.status, referred.referredTo, referred.offers]).toEqual(['referred', 'damkar', []])
  await partner.hears('offer.withdrawn', ana, { offerId })
  const late = await partner.told('offer.accepted', { offerId, volunteerRef: ana.ref })
  expect(late).toEqual({ outcome: 'withdrawn' })
})

it('a drill reaches drivers of sandbox partners and nobody else, and they hear that it is one', async () => {
  const { partner, order, becomes, accepts } = flow
  const sandbox = await flow.sandbox()
  const real = await partner.driver(100)
  const toy = await sandbox.driver(2000)
  const id = await dispatched({ drill: true })
  expect(await sandbox.hears('offer.created', toy)).toMatchObject({ drill: true })
  await accepts(toy, sandbox)
  expect(await sandbox.hears('assignment.confirmed', toy)).toMatchObject({ drill: true })
  const { asked } = await flow.file(id)
  expect(asked.map(({ volunteerId }) => volunteerId)).toEqual([toy.id])
  await order('cancelIncident', id, { reason: 'Latihan selesai.' })
  await sandbox.hears('assignment.stood_down', toy)

  const earnest = await dispatched()
  const { offers, needs } = await becomes(
    earnest,
    'the real driver to be asked',
    (file) => file.offers.length > 0,
  )
  expect(offers.map(({ volunteerId }) => volunteerId)).toEqual([real.id])
  const body = { needId: needs[0]!.id, volunteerId: toy.id, reason: 'Ditelepon.' }
  const byHand = await flow.operator.try('assignByHand', { params: { id: earnest }, body })
  expect([byHand.body['code'], byHand.body['detail']]).toEqual(['unfit', { why: 'drill' }])
  expect(partner.endpoint.received.every(({ data }) => data['drill'] !== true)).toBe(true)
  expect(sandbox.endpoint.received.every(({ data }) => data['drill'] !== false)).toBe(true)
})
