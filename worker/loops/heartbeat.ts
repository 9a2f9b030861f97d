import { plusSeconds } from '#contracts/domain/instant.ts'
import { WORKER_LEASE } from '#contracts/store/heartbeats.ts'
import type { WorkerContext } from '../context.ts'
import type { LoopPlan } from './plan.ts'

const LASTS_S = 15

/**
 * The sign of life by which the api and the watch see that some worker is alive. Each of them gives it, and none takes it
 * back at its end: while one is replaced by another nobody is called.
 */
export const heartbeatLoop = ({ heartbeats, holder, clock }: WorkerContext): LoopPlan => ({
  name: 'heartbeat',
  everyMs: 5000,
  run: async () => heartbeats.beat(WORKER_LEASE, holder, plusSeconds(clock.now().toISOString(), LASTS_S)),
})
