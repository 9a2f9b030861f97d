import type { WorkerContext } from '../context.ts'
import { each } from '../each.ts'
import { matchAnyway } from '../round/turns.ts'
import type { LoopPlan } from './plan.ts'

/** Looks again for needs that found nobody: people come back on duty, finish, rest, move. */
export const stalledLoop = (ctx: WorkerContext): LoopPlan => ({
  name: 'stalled',
  everyMs: 30_000,
  leaseS: 25,
  run: async (_signal, takeUp) => {
    const stalled = await ctx.asking.agenciesWithStalled()
    await each(stalled, 4, async (agencyId) => {
      await matchAnyway(ctx, agencyId)
      takeUp('lookedAgain')
    })
  },
})
