import { plusSeconds } from '#contracts/domain/instant.ts'
import type { WorkerContext } from '../context.ts'
import { alarmLate } from '../delivery/late.ts'
import { queueUp } from '../delivery/queue-up.ts'
import { each } from '../each.ts'
import type { LoopPlan } from './plan.ts'

/** A job usually comes first; after this it counts as lost. */
const GRACE_S = 1.5
const MOST_FOR_A_PARTNER = 100
const AT_ONCE = 8

/**
 * Messages whose job got lost with Redis, and those that nobody made a job for (a ping, a replay, what a closed circuit
 * lets go). They join their partner's lane, so a sick partner delays nobody else, this loop included.
 */
export const courierLoop = (ctx: WorkerContext): LoopPlan => ({
  name: 'courier',
  everyMs: 2000,
  leaseS: 3,
  run: async (signal, takeUp) => {
    const late = () => alarmLate(ctx, () => takeUp('lateStandDowns'))
    const overdue = async () => {
      const before = plusSeconds(ctx.clock.now().toISOString(), -GRACE_S)
      await each(await ctx.deliveries.partnersOverdue(before), AT_ONCE, async (partnerId) => {
        for (const delivery of await ctx.deliveries.overdue(partnerId, before, MOST_FOR_A_PARTNER))
          if (!signal.aborted && queueUp(ctx, delivery)) takeUp('deliveries')
      })
    }
    // An alarm that cannot be raised keeps no message from being brought.
    await each([late, overdue], 1, (part) => part())
  },
})
