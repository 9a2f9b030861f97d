import { plusSeconds } from '#contracts/domain/instant.ts'
import type { WorkerContext } from '../context.ts'
import type { LoopPlan } from './plan.ts'

const KEPT_S = 30 * 24 * 3600

/** What was said by and to partners goes after 30 days; that it was said, and what came of it, stays. */
export const eraserLoop = (ctx: WorkerContext): LoopPlan => ({
  name: 'eraser',
  everyMs: 3_600_000,
  leaseS: 600,
  run: async () => {
    const before = plusSeconds(ctx.clock.now().toISOString(), -KEPT_S)
    const received = await ctx.store.receipts.eraseBodies(before)
    const sent = await ctx.deliveries.eraseData(before)
    if (received + sent > 0) ctx.log.info({ received, sent }, 'bodies older than 30 days erased')
  },
})
