import { afterEach, beforeEach, expect, it } from 'vitest'
import { runRound } from '../../../worker/round/round.ts'
import { openPost, type Post } from './post.ts'
import { atHand } from './stepped.ts'
import { aPartner, aVolunteer, incidentOf } from '../given.ts'
import { AGENCY } from '../world.ts'

let post: Post
beforeEach(async () => {
  post = await openPost()
})
afterEach(async () => post.close())

/** An offer was tried six times over half a minute, and died; another volunteer of the same partner is free, another partner is well. */
const aSickPartner = async () => {
  post.endpoint.alwaysReply(500)
  const { incidentId } = await post.anOffer({ north: 10 })
  await post.tryOut(await post.only('offer.created'))
  await aPartner(post.ctx, { url: `${post.endpoint.url}/well` })
  const other = await aVolunteer(post.ctx, { partnerId: post.partner.id })
  await post.ctx.store.settled()
  const { ctx, clock } = atHand(post.ctx)
  clock.advance(45)
  const asked = async () => {
    await runRound(ctx, AGENCY)
    return (await incidentOf(ctx, incidentId)).offers.map(({ volunteerId }) => volunteerId)
  }
  const pings = async () => (await post.all('ping')).map(({ state }) => state)
  return { other, clock, asked, pings }
}

it('learns by a ping, and by nobody’s call, that a sick partner is well again', async () => {
  const { other, asked, pings } = await aSickPartner()
  post.endpoint.alwaysReply(200)
  expect(await asked()).toEqual([])
  await expect.poll(pings).toEqual(['delivered'])
  expect(await asked()).toEqual([other])
  expect(await pings()).toEqual(['delivered'])
})

it('asks nobody of him as long as his pings fail, and pings him once for all rounds that come together', async () => {
  const { clock, asked, pings } = await aSickPartner()
  for (let nth = 1; nth <= 4; nth += 1) {
    expect(await Promise.all([asked(), asked()])).toEqual([[], []])
    await expect.poll(pings).toEqual(Array.from({ length: nth }, () => 'dead'))
    expect(await asked()).toEqual([])
    clock.advance(25)
  }
})
