import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import { openFlow, type Flow } from './world.ts'

let flow: Flow
beforeAll(async () => {
  // People have two seconds to answer.
  flow = await openFlow({ policy: { ...defaultMatchPolicy, expiresS: { webhook: 2, link: 2 } } })
})
afterEach(async () => {
  await flow.rest()
  await flow.mustBeInOrder()
})
afterAll(() => flow.close())

it('a yes that comes too late is a yes on a new offer while nobody else has come', async () => {
  const { partner, becomes } = flow
  const ana = await partner.driver()
  const { id } = await flow.report({ verified: true })
  await flow.order('setNeeds', id, { needs: [{ task: 'pantau', quantity: 1 }] })
  await flow.order('dispatchIncident', id)
  const { offerId } = await partner.hears('offer.created', ana)
  await becomes(id, 'the offer to expire', ({ tally }) => tally.expired === 1)
  await partner.hears('offer.withdrawn', ana, { offerId, reason: 'expired' })
  const answer = await partner.told('offer.accepted', { offerId, volunteerRef: ana.ref })
  expect(answer).toMatchObject({ outcome: 'confirmed' })
  const { assignmentId } = answer
  const confirmed = await partner.hears('assignment.confirmed', ana, { assignmentId })
  expect(confirmed['offerId']).not.toBe(offerId)
  expect((await flow.file(id)).asked.map(({ ended }) => ended)).toEqual(['expired', 'accepted'])
})
