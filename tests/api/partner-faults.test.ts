import { afterAll, beforeAll, expect, it } from 'vitest'
import { atHand, stepTo } from '../worker/delivery/stepped.ts'
import { attemptDelivery } from '../../worker/delivery/attempt.ts'
import { followAgency } from '../../worker/relay/follow.ts'
import { runRound } from '../../worker/round/round.ts'
import { type Endpoint, openEndpoint } from '../worker/endpoint.ts'
import { anIncident, aPartner, aVolunteer, incidentOf, says } from '../worker/given.ts'
import { setUrl } from '../worker/delivery/set-url.ts'
import { type Bench, openBench } from '../worker/world.ts'
import { newHome } from '../world/platform.ts'
import { AGENCY, startApiWorld, type ApiWorld } from './api-world.ts'

let world: ApiWorld
let bench: Bench
let endpoint: Endpoint
beforeAll(async () => {
  const home = newHome()
  world = await startApiWorld(home)
  bench = await openBench(undefined, home)
  endpoint = await openEndpoint()
  await world.context.store.cursors.lease('worker', 'w1', 600)
})
afterAll(async () => {
  await bench.close()
  await world.stop()
  await endpoint.close()
})

const codes = async (): Promise<string[]> =>
  (await (await world.as('admin')).call('listAlarms')).system.map(({ code }) => code).sort()

/** Somebody of this partner has said yes, and is to be told that he may go. */
const aConfirmation = async (partnerId: string): Promise<string> => {
  const { ctx } = bench
  await aVolunteer(ctx, { partnerId })
  const { id } = await anIncident(ctx)
  await runRound(ctx, AGENCY)
  const offer = (await incidentOf(ctx, id)).offers.find((one) => one.partnerId === partnerId)
  await says.yes(ctx, id, offer!.id)
  await followAgency(ctx, AGENCY, new AbortController().signal)
  const told = { entityId: id, type: 'assignment.confirmed' as const }
  return (await ctx.store.models.deliveries.findOne(told).lean().exec())!._id
}

it('the screens hear of a sick endpoint, of dead letters and of an endpoint that is gone, until each is mended', async () => {
  const { ctx } = bench
  const { id: partnerId } = await aPartner(ctx, { url: endpoint.url })
  const letter = await aConfirmation(partnerId)
  const later = await aConfirmation(partnerId)
  expect(await codes()).toEqual([])
  endpoint.alwaysReply(500)
  const hand = atHand(ctx)
  await stepTo(hand.ctx, hand.clock)({ _id: letter })
  expect(await codes()).toEqual(['dead_letters', 'endpoint_sick'])

  const params = { id: partnerId, deliveryId: letter }
  await (await world.as('admin')).call('setAsideDelivery', { params, body: {} })
  expect(await codes()).toEqual(['endpoint_sick'])

  // Whatever is tried last and fails with 410 switches it off.
  endpoint.alwaysReply(410)
  const other = await aPartner(ctx, { url: endpoint.url })
  await attemptDelivery(ctx, await aConfirmation(other.id))
  expect(await codes()).toEqual(['dead_letters', 'endpoint_gone', 'endpoint_sick'])

  endpoint.alwaysReply(200)
  await setUrl(ctx, other.id, `${endpoint.url}/again`)
  expect(await codes()).toEqual(['dead_letters', 'endpoint_sick'])
  await stepTo(hand.ctx, hand.clock)({ _id: later })
  expect(await codes()).toEqual(['dead_letters'])
})
