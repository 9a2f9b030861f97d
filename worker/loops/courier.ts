import { plusSeconds } from '#contracts/domain/instant.ts'
import type { WorkerContext } from '../context.ts'
import { attemptDelivery } from '../delivery/attempt.ts'
import { each } from '../each.ts'
import type { LoopPlan } from './plan.ts'

/** A job usually comes first; after this it counts as lost. */
const GRACE_S = 1.5
const MOST_FOR_A_PARTNER = 40
const AT_ONCE = 4

/**
 * Messages whose job got lost with Redis. Each partner has a round of his own that nobody waits for: a sick one, with
 * five seconds for each attempt, delays nobody else.
 */
export const courierLoop = (ctx: WorkerContext): LoopPlan => {
  const underWay = new Set<string>()

  const serve = async (partnerId: string, before: string, signal: AbortSignal): Promise<void> => {
    const overdue = await ctx.deliveries.overdue(partnerId, before, MOST_FOR_A_PARTNER)
    await each(overdue, AT_ONCE, async (id) => {
      if (!signal.aborted) await attemptDelivery(ctx, id)
    })
  }

  return {
    name: 'courier',
    everyMs: 2000,
    leaseS: 3,
    run: async (signal) => {
      const before = plusSeconds(ctx.clock.now().toISOString(), -GRACE_S)
      for (const partnerId of await ctx.deliveries.partnersOverdue(before)) {
        if (underWay.has(partnerId)) continue
        underWay.add(partnerId)
        ctx.store.background.run('overdue messages', () =>
          serve(partnerId, before, signal).finally(() => underWay.delete(partnerId)),
        )
      }
    },
  }
}
