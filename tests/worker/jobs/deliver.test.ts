import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deliverJob } from '../../../worker/jobs/deliver.ts'
import { until } from '../../world/client.ts'
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
    await deliverJob(post.ctx, { deliveryId, attempt: 0 })
    await post.ctx.lanes.settled()
    await deliverJob(post.ctx, { deliveryId, attempt: 0 })
    await post.ctx.lanes.settled()
    expect(post.endpoint.received).toHaveLength(1)
  })

  it('run twice at once sends once', async () => {
    await post.anOffer()
    const { _id: deliveryId } = await post.only('offer.created')
    await Promise.all([0, 1, 2].map(() => deliverJob(post.ctx, { deliveryId, attempt: 0 })))
    await post.ctx.lanes.settled()
    expect(post.endpoint.received).toHaveLength(1)
  })

  it('is done with its queue before the partner has answered', async () => {
    let answer: (() => void) | undefined
    post.endpoint.reply((response) => {
      answer = () => void response.end('{}')
    })
    await post.anOffer()
    const { _id: deliveryId } = await post.only('offer.created')
    await deliverJob(post.ctx, { deliveryId, attempt: 0 })
    await until('the message at the partner', async () => post.endpoint.received.length === 1)
    expect((await post.ctx.deliveries.read(deliveryId))?.attempts).toEqual([])
    answer?.()
    await post.ctx.lanes.settled()
    expect(await post.ctx.deliveries.read(deliveryId)).toMatchObject({ state: 'delivered' })
  })
})
