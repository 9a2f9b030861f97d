import { plusSeconds } from '#contracts/domain/instant.ts'
import { findUnplaced } from '#contracts/store/unplaced.ts'
import type { WorkerContext } from '../context.ts'
import { each } from '../each.ts'
import type { LoopPlan } from './plan.ts'

/** Whoever wrote flushes at once; facts older than this were left behind by a process that died. */
const LEFT_AFTER_S = 2

/** Facts that have no place in the ledger yet get one. */
export const flusherLoop = (ctx: WorkerContext): LoopPlan => ({
  name: 'flusher',
  everyMs: 2000,
  leaseS: 3,
  run: async (_signal, takeUp) => {
    const before = plusSeconds(ctx.clock.now().toISOString(), -LEFT_AFTER_S)
    const left = await findUnplaced(ctx.store.models, before)
    await each(left, 8, async ({ kind, id }) => {
      await ctx.store.flush(kind, id)
      takeUp('filesFlushed')
    })
  },
})
