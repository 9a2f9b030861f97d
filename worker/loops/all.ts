import type { Closers } from '#contracts/runtime/closers.ts'
import { type Loop, startLoop } from '#contracts/runtime/loop.ts'
import type { WorkerContext } from '../context.ts'
import { anchorLoop } from './anchor.ts'
import { courierLoop } from './courier.ts'
import { eraserLoop } from './eraser.ts'
import { flusherLoop } from './flusher.ts'
import { heartbeatLoop } from './heartbeat.ts'
import type { Found, LoopName, LoopPlan } from './plan.ts'
import { reconcilerLoop } from './reconciler.ts'
import { relayLoop } from './relay.ts'
import { stalledLoop } from './stalled.ts'
import { sweeperLoop } from './sweeper.ts'
import { unfollowedLoop } from './unfollowed.ts'

const plans = {
  relay: relayLoop,
  sweeper: sweeperLoop,
  courier: courierLoop,
  stalled: stalledLoop,
  flusher: flusherLoop,
  reconciler: reconcilerLoop,
  anchor: anchorLoop,
  heartbeat: heartbeatLoop,
  eraser: eraserLoop,
  unfollowed: unfollowedLoop,
} satisfies Record<LoopName, (ctx: WorkerContext) => LoopPlan>

/** A process whose clock is off leaves service; one that does not get the lease leaves the pass to its holder. */
const guarded =
  (ctx: WorkerContext, { name, leaseS, run }: LoopPlan) =>
  async (signal: AbortSignal): Promise<void> => {
    if (!ctx.clock.inService()) return
    if (leaseS !== undefined && !(await ctx.leases.hold(name, leaseS))) return
    const takenUp: Partial<Record<Found, number>> = {}
    try {
      await run(signal, (what, many = 1) => {
        takenUp[what] = (takenUp[what] ?? 0) + many
        ctx.tally.takeUp(name, what, many)
      })
    } finally {
      tell(ctx, name, takenUp)
    }
  }

/** A line for what was found undone: on a quiet day there is none, after a fault they say what it left. */
const tell = (ctx: WorkerContext, loop: LoopName, takenUp: Partial<Record<Found, number>>): void => {
  const found = Object.entries(takenUp).filter(([, count]) => count > 0)
  if (found.length > 0) ctx.log.info({ loop, takenUp: Object.fromEntries(found) }, 'did what was left undone')
}

/** Starts every loop; `closers` stop them. */
export const startLoops = (ctx: WorkerContext, closers: Closers): Record<LoopName, Loop> => {
  const start = (make: (of: WorkerContext) => LoopPlan): Loop => {
    const plan = make(ctx)
    const { name, everyMs } = plan
    const { log, clock, tally } = ctx
    const onError = () => tally.fail(name)
    const loop = startLoop({ name, everyMs, run: guarded(ctx, plan), log, clock, onError })
    closers.add(`${name} loop`, () => loop.stop())
    return loop
  }
  const entries = Object.entries(plans).map(([name, make]) => [name, start(make)] as const)
  return Object.fromEntries(entries) as Record<LoopName, Loop>
}
