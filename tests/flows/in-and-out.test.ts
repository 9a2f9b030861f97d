import { afterAll, beforeAll, expect, it } from 'vitest'
import { openEndpoint, verified } from '../worker/endpoint.ts'
import { until } from '../world/client.ts'
import { openFlow, type Flow } from './world.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow()
})
afterAll(() => flow.close())

it('a partner comes in: made, pinged at his new URL, rotated without a gap, and nothing else was sent', async () => {
  const admin = await flow.api.as('admin')
  const endpoint = await openEndpoint()
  const made = await admin.call('createPartner', { body: { ref: 'ojek-baru', name: 'Ojek Baru' } })
  const of = { params: { id: made.id } }
  const out = made.shown.find(({ direction }) => direction === 'out')
  await admin.call('proposeEndpoint', { ...of, body: { url: endpoint.url } })
  const checked = await until('the ping to be answered', async () => {
    const { status, body } = await admin.try('checkEndpoint', of)
    return status === 200 && body
  })
  expect(checked).toMatchObject({ url: endpoint.url, proposal: null })

  const rotated = await admin.call('rotateSecret', { ...of, body: { direction: 'out' } })
  const ping = async () => {
    const { id: deliveryId } = await admin.call('pingPartner', of)
    return until('another ping to be taken', async () => {
      const delivery = await admin.call('partnerDelivery', { params: { id: made.id, deliveryId } })
      return delivery.state === 'delivered' && delivery
    })
  }
  const delivered = await ping()
  expect(delivered.tries).toMatchObject([{ status: 200, answer: '{}' }])
  await admin.call('retireSecret', { params: { id: made.id, secretId: out?.secretId ?? '' } })
  await ping()

  const [first, both, last] = endpoint.received
  const [old, fresh] = [out?.secret ?? '', rotated.shown[0]?.secret ?? '']
  if (first === undefined || both === undefined || last === undefined) throw new Error('a ping is missing')
  for (const [secret, message] of [
    [old, first],
    [old, both],
    [fresh, both],
    [fresh, last],
  ] as const)
    expect(verified(secret, message)).toMatchObject({ type: 'ping' })
  expect(() => verified(old, last)).toThrow('No matching signature found')
  expect(endpoint.received).toHaveLength(3)
  const health = await admin.call('partnerHealth', of)
  expect(health).toMatchObject({ circuit: 'closed', deliveries: { failures: 0, dead: 0, delivered: 3 } })
  await endpoint.close()
})

it('a volunteer who leaves takes his offer along, and another is asked', async () => {
  const { partner, api, report, order, becomes, accepts } = flow
  const [ana, bella] = [await partner.driver(300), await partner.driver(2500)]
  const { id } = await report({ verified: true })
  await order('setNeeds', id, { needs: [{ task: 'pantau', quantity: 1 }] })
  await order('dispatchIncident', id)
  const { offerId } = await partner.hears('offer.created', ana)
  const coordinator = await api.as('coordinator')
  await coordinator.call('withdrawVolunteer', { params: { id: ana.id } })
  await partner.hears('offer.withdrawn', ana, { offerId, reason: 'volunteer_left' })
  const answer = await partner.told('offer.accepted', { offerId, volunteerRef: ana.ref })
  expect(answer).toEqual({ outcome: 'withdrawn' })
  await accepts(bella)
  await becomes(id, 'Bella to be out', ({ assignments }) => assignments.length === 1)

  const { assignments } = await flow.file(id)
  const refused = await coordinator.try('withdrawVolunteer', { params: { id: bella.id } })
  expect(refused.body).toMatchObject({ code: 'on_task', detail: { assignmentId: assignments[0]?.id } })
  await order('cancelIncident', id, { reason: 'Sudah reda.' })
  await until(
    'Bella to be free to leave',
    async () => (await coordinator.try('withdrawVolunteer', { params: { id: bella.id } })).status === 200,
  )
  expect(await api.context.store.texts.persons([ana.id, bella.id])).toEqual(new Map())

  const anew = { volunteerRef: ana.ref, displayName: 'Ana Baru', phone: ana.phone, skills: [] }
  await partner.told('volunteer.registered', { ...anew, vehicle: { kind: 'car', plate: 'DH 9 AB' } })
  const { volunteers } = await coordinator.call('listVolunteers', { query: { q: 'Ana Baru' } })
  expect(volunteers).toMatchObject([{ ref: ana.ref, standing: 'pending', agreements: [], alsoAs: [] }])
  expect(volunteers[0]?.id).not.toBe(ana.id)
  await flow.mustBeInOrder()
})
