import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deliverJob } from '../../../worker/jobs/deliver.ts'
import { openPost, type Post } from '../delivery/post.ts'

let post: Post
beforeEach(async () => {
  post = await openPost()
})
afterEach(async () => post.close())

describe('a deliver job', () => {
  it('run twice sends once', async () => {
    await post.anOffer()
    const { _id: deliveryId } = await post.only('offer.created')
    expect(await deliverJob(post.ctx, { deliveryId, attempt: 0 })).toBe('done')
    expect(await deliverJob(post.ctx, { deliveryId, attempt: 0 })).toBe('done')
    expect(post.endpoint.received).toHaveLength(1)
  })

  it('run twice at once sends once', async () => {
    await post.anOffer()
    const { _id: deliveryId } = await post.only('offer.created')
    await Promise.all([0, 1, 2].map(() => deliverJob(post.ctx, { deliveryId, attempt: 0 })))
    expect(post.endpoint.received).toHaveLength(1)
  })

  it('comes again later when the partner has four messages in flight', async () => {
    await post.anOffer()
    const { _id: deliveryId } = await post.only('offer.created')
    const seats = [1, 2, 3, 4].map(() => post.ctx.seats.take(post.partner.id))
    expect(await deliverJob(post.ctx, { deliveryId, attempt: 0 })).toBe('later')
    seats[0]?.()
    expect(await deliverJob(post.ctx, { deliveryId, attempt: 0 })).toBe('done')
    expect(post.endpoint.received).toHaveLength(1)
  })
})
