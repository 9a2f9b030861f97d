import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acknowledge } from '#contracts/domain/incident/commands/assignment.ts'
import { correct } from '#contracts/domain/incident/commands/correct.ts'
import { cancel } from '#contracts/domain/incident/commands/finish.ts'
import { attemptDelivery } from '../../../worker/delivery/attempt.ts'
import { change, type GivenVolunteer, incidentOf } from '../given.ts'
import { openPost, type Post } from './post.ts'

let post: Post
beforeEach(async () => {
  post = await openPost()
})
afterEach(async () => post.close())

describe('a confirmation', () => {
  it('has the exact place and the contact of the command post, and ticks "delivered"', async () => {
    const { incidentId, offerId, accept } = await post.anOffer()
    await accept()
    await post.relay()
    await post.tryOut(await post.only('assignment.confirmed'))
    expect(post.endpoint.of('assignment.confirmed')[0]?.data).toMatchObject({
      offerId,
      place: { lat: -10.1735, lng: 123.6205 },
      contact: { name: 'Posko BPBD Kota Kupang', phone: '+62380000000' },
    })
    const { assignments } = await incidentOf(post.ctx, incidentId)
    expect(assignments).toMatchObject([{ acks: { confirmed: 'delivered', stood_down: null } }])
  })

  it('waits for the time that a busy partner asks for', async () => {
    post.endpoint.reply((response) => void response.writeHead(429, { 'retry-after': '600' }).end())
    const { accept } = await post.anOffer()
    await accept()
    await post.relay()
    const { _id } = await post.only('assignment.confirmed')
    post.endpoint.received.length = 0
    await attemptDelivery(post.ctx, _id)
    const { state, nextAt, attempts } = (await post.ctx.deliveries.read(_id))!
    expect(state).toBe('pending')
    expect(Date.parse(nextAt!) - Date.parse(attempts[0]!.at)).toBeGreaterThanOrEqual(600_000)
  })
})

it('a task that is over is told nobody any more, though its stand-down never arrived', async () => {
  post.endpoint.alwaysReply(500)
  const { incidentId, accept } = await post.anOffer()
  await accept()
  await post.relay()
  const { _id } = await post.only('assignment.confirmed')
  await attemptDelivery(post.ctx, _id)
  await change(post.ctx, incidentId, (state) => correct(state, { severity: 'kritis' }))
  await post.relay()
  await change(post.ctx, incidentId, (state) => cancel(state, { reason: null }))
  await post.relay()
  expect((await post.tryOut(await post.only('assignment.stood_down'))).state).toBe('dead')
  post.endpoint.alwaysReply(200)
  post.endpoint.received.length = 0
  for (const type of ['assignment.confirmed', 'assignment.updated'] as const)
    expect(await post.tryOut(await post.only(type))).toMatchObject({ state: 'dropped' })
  expect(post.endpoint.received).toEqual([])
})

const standDown = async (over: Partial<GivenVolunteer> = {}) => {
  const { incidentId, accept } = await post.anOffer(over)
  await accept()
  await change(post.ctx, incidentId, (state) => cancel(state, { reason: null }))
  await post.relay()
  return incidentId
}

describe('a stand-down', () => {
  it('ticks "delivered" when the partner takes it', async () => {
    const incidentId = await standDown()
    await post.tryOut(await post.only('assignment.stood_down'))
    const { assignments, alarms } = await incidentOf(post.ctx, incidentId)
    expect(assignments).toMatchObject([{ acks: { stood_down: 'delivered' } }])
    expect(alarms).toEqual([])
  })

  it('alarms when it cannot be delivered', async () => {
    post.endpoint.alwaysReply(500)
    const incidentId = await standDown()
    expect((await post.tryOut(await post.only('assignment.stood_down'))).state).toBe('dead')
    expect((await incidentOf(post.ctx, incidentId)).alarms).toMatchObject([{ what: 'undelivered' }])
  })

  it('of a volunteer with a link waits for him to read it', async () => {
    const incidentId = await standDown({ channel: 'link' })
    const { nextAt, createdAt, partnerId } = await post.only('assignment.stood_down')
    expect(Date.parse(nextAt!) - Date.parse(createdAt)).toBe(20_000)
    expect(partnerId).toBe(post.partner.id)
    expect(await post.all('offer.created')).toEqual([])
    expect((await incidentOf(post.ctx, incidentId)).alarms).toEqual([])

    await post.ctx.deliveries.take(await post.only('assignment.stood_down'), createdAt)
    await post.tryOut(await post.only('assignment.stood_down'))
    expect((await incidentOf(post.ctx, incidentId)).alarms).toMatchObject([{ what: 'undelivered' }])
  })

  it('that was read on the task page before alarms nobody', async () => {
    const incidentId = await standDown({ channel: 'link' })
    await change(post.ctx, incidentId, (state) => {
      const { id: assignmentId, volunteerId, partnerId } = state.assignments[0]!
      return acknowledge(state, { assignmentId, volunteerId, partnerId }, { what: 'stood_down', how: 'read' })
    })
    const delivery = await post.only('assignment.stood_down')
    await post.ctx.deliveries.take(delivery, delivery.createdAt)
    await post.tryOut(delivery)
    expect((await incidentOf(post.ctx, incidentId)).alarms).toEqual([])
  })
})
