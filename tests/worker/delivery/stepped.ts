import { type FixedClock, fixedClock } from '#contracts/runtime/clock.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import type { WorkerContext } from '../../../worker/context.ts'
import { attemptDelivery } from '../../../worker/delivery/attempt.ts'

/** The context as it is at a moment that the test decides about; nothing waits for real time. */
export const atHand = (ctx: WorkerContext) => {
  const clock = { ...ctx.clock, ...fixedClock(ctx.clock.now()) }
  return { ctx: { ...ctx, clock, random: () => 0.5 }, clock }
}

/** Steps from each attempt of a message to the next until it has ended. */
export const stepTo =
  (ctx: WorkerContext, clock: FixedClock) =>
  async ({ _id }: Pick<Delivery, '_id'>): Promise<Delivery> => {
    for (;;) {
      const delivery = await ctx.deliveries.read(_id)
      if (delivery === null) throw new Error(`no message ${_id}`)
      if (delivery.state !== 'pending' || delivery.nextAt === null) return delivery
      clock.advance(Math.max(0, (Date.parse(delivery.nextAt) - clock.now().getTime()) / 1000))
      await attemptDelivery(ctx, _id)
    }
  }

/** Steps a clock of its own. */
export const stepper = (of: WorkerContext) => {
  const { ctx, clock } = atHand(of)
  return stepTo(ctx, clock)
}

/** When each attempt began, in seconds after the first of them. */
export const offsetsOf = (attempts: Delivery['attempts']): number[] =>
  attempts.map(({ at }) => (Date.parse(at) - Date.parse(attempts[0]?.at ?? at)) / 1000)
