import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Member } from './partner.ts'
import { twoEach } from '../worker/world.ts'
import { until } from '../world/client.ts'
import { openFlow, type Flow } from './world.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow(twoEach)
})
afterEach(async () => {
  await flow.rest()
  await flow.mustBeInOrder()
})
afterAll(() => flow.close())

const dispatched = async (): Promise<string> => {
  const { id } = await flow.report({ verified: true })
  await flow.order('setNeeds', id, { needs: [{ task: 'pantau', quantity: 1 }] })
  await flow.order('dispatchIncident', id)
  return id
}
const stalled = (id: string) =>
  flow.becomes(id, 'the search to stall', ({ needs }) => needs[0]?.status === 'stalled')
const alarmsOf = async (id: string): Promise<string[]> => {
  const { alarms } = await flow.operator.call('listAlarms')
  return alarms.filter(({ incidentId }) => incidentId === id).map(({ what }) => what)
}

/** Why these and not others; a round is kept a moment after its offers are written. */
const explained = (id: string) =>
  until('the round to be kept', async () => {
    const told = await flow.operator.call('readExplanation', { params: { id } })
    return told.needs.every(({ wave, notAsked }) => wave !== null && notAsked !== null) && told
  })

it('stalls for want of people, and is filled when somebody comes on duty', async () => {
  const { partner, order, becomes, accepts } = flow
  const id = await dispatched()
  const { needs, ring } = await stalled(id)
  expect(needs[0]?.stalled?.remedies).toContain('hand_over')
  expect(await alarmsOf(id)).toEqual(['stalled'])
  // Nobody was left in the whole city: there is nothing to widen.
  expect(ring).toBe(3)
  await expect(order('widenSearch', id)).rejects.toThrow(/nothing_to_change/)

  await accepts(await partner.driver())
  const filled = await becomes(id, 'the need to be filled', (file) => file.needs[0]?.status === 'filled')
  expect([filled.status, filled.alarms]).toEqual(['responding', []])
  expect(await alarmsOf(id)).toEqual([])
})

it('is widened while the near ones think it over; when one of them says no, the next is asked further away', async () => {
  const { partner, order, becomes, accepts } = flow
  const [near, far] = [[await partner.driver(200), await partner.driver(300)], await partner.driver(3000)]
  const id = await dispatched()
  await partner.hears('offer.created', near[1]!)
  expect((await flow.file(id)).ring).toBe(0)
  const asked = await explained(id)
  expect(asked.offers.map(({ volunteerId }) => volunteerId).sort()).toEqual(near.map((one) => one.id).sort())
  for (const { sentence } of asked.offers) expect(sentence.id.length * sentence.en.length).toBeGreaterThan(0)
  expect(asked.needs[0]).toMatchObject({
    slots: { wanted: 1, filled: 0 },
    unfilled: { why: 'waiting', asked: 2 },
  })
  expect(asked.needs[0]?.notAsked).toMatchObject({ outside_ring: [far.id] })
  expect((await order('widenSearch', id)).ring).toBe(1)
  const { offerId } = await partner.hears('offer.created', near[0]!)
  await partner.told('offer.declined', { offerId, volunteerRef: near[0]!.ref, reason: 'vehicle' })
  await accepts(far)
  const filled = await becomes(id, 'the need to be filled', (file) => file.needs[0]?.status === 'filled')
  expect(filled.ring).toBeGreaterThan(0)
})

it('stalls when everybody has declined; asked again, the same driver may say yes', async () => {
  const { partner, order, accepts, becomes } = flow
  const ana = await partner.driver()
  const id = await dispatched()
  const { offerId } = await partner.hears('offer.created', ana)
  await partner.told('offer.declined', { offerId, volunteerRef: ana.ref, reason: 'on_trip' })
  const { needs } = await stalled(id)
  expect(needs[0]?.stalled?.reasons).toMatchObject({ already_asked: 1 })
  const [lacking] = (await explained(id)).needs
  expect(lacking).toMatchObject({
    unfilled: { slots: 1, why: 'nobody_left', asked: 0 },
    notAsked: { already_asked: [ana.id] },
  })
  expect(lacking?.unfilled?.remedies).toContain('ask_again')
  await order('askAgain', id)
  const file = await becomes(id, 'another offer', ({ offers }) => offers.length === 1)
  await partner.hears('offer.created', ana, { offerId: file.offers[0]!.id })
  await accepts(ana)
})

it('a yes that comes too late hears that the need is filled', async () => {
  const { partner, becomes, accepts } = flow
  const drivers = [await partner.driver(300), await partner.driver(500)] as [Member, Member]
  const [ana, ben] = drivers
  const id = await dispatched()
  const { offerId } = await partner.hears('offer.created', ben)
  await accepts(ana)
  await becomes(id, 'the need to be filled', ({ needs }) => needs[0]?.status === 'filled')
  const answer = await partner.told('offer.accepted', { offerId, volunteerRef: ben.ref })
  expect(answer).toEqual({ outcome: 'standby' })
})
