import type { WorkerContext } from '../context.ts'
import { each } from '../each.ts'
import { followAgency } from '../relay/follow.ts'
import type { LoopPlan } from './plan.ts'

/** Facts become work. Woken by pokes; the poll is for those that were lost. */
export const relayLoop = (ctx: WorkerContext): LoopPlan => ({
  name: 'relay',
  everyMs: 1000,
  leaseS: 3,
  run: async (signal, takeUp) =>
    each(await ctx.asking.agencyIds(), 4, (agencyId) =>
      followAgency(ctx, agencyId, signal, (many) => takeUp('relayedAgain', many)),
    ),
})
