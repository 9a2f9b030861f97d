import type { WorkerContext } from '../context.ts'
import type { LoopPlan } from './plan.ts'

/** The lease by which the api sees that a worker is alive; with several workers any one of them keeps it. */
export const WORKER_LEASE = 'worker'
const LASTS_S = 15

export const heartbeatLoop = (ctx: WorkerContext): LoopPlan => ({
  name: 'heartbeat',
  everyMs: 5000,
  run: async () => void (await ctx.leases.take(WORKER_LEASE, LASTS_S)),
})
