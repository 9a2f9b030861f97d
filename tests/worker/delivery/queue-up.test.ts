import { expect, it } from 'vitest'
import { deliveryBodies, type DeliveryType } from '#contracts/wire/partner/deliveries.ts'
import type { WorkerContext } from '../../../worker/context.ts'
import { queueUp } from '../../../worker/delivery/queue-up.ts'

it('takes up messages of every kind, each in the lane of its partner, whoever is on his way for nothing first', () => {
  const entered: { lane: string; id: string; rank: number }[] = []
  const lanes: Partial<WorkerContext['lanes']> = {
    enter: (lane, { id, rank }) => entered.push({ lane, id, rank }) > 0,
  }
  const ctx: Partial<WorkerContext> = { lanes: lanes as WorkerContext['lanes'] }
  const types = Object.keys(deliveryBodies) as DeliveryType[]
  const isTaken = types.map((type) =>
    queueUp(ctx as WorkerContext, { _id: type, partnerId: `ptn of ${type}`, type }),
  )
  expect(isTaken).toEqual(types.map(() => true))
  expect(entered.map(({ lane, id }) => [lane, id])).toEqual(types.map((type) => [`ptn of ${type}`, type]))
  const rankOf = (type: string) => entered.find(({ id }) => id === type)?.rank ?? NaN
  expect(rankOf('assignment.stood_down')).toBeLessThan(rankOf('offer.created'))
  expect(rankOf('offer.created')).toBeLessThan(rankOf('assignment.confirmed'))
})
