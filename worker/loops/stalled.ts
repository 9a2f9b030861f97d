import type { WorkerContext } from '../context.ts'
import { each } from '../each.ts'
import { matchAnyway } from '../round/turns.ts'
import type { LoopPlan } from './plan.ts'

/** Looks again for needs that found nobody: people come back on duty, finish, rest, move. */
export const stalledLoop = (ctx: WorkerContext): LoopPlan => ({
  name: 'stalled',
  everyMs: 30_000,
  leaseS: 25,
  run: async () => each(await ctx.asking.agenciesWithStalled(), 4, (agencyId) => matchAnyway(ctx, agencyId)),
})
