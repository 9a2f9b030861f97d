import { once } from 'node:events'
import type { Closers } from '#contracts/runtime/closers.ts'
import { withDeadline } from '#contracts/runtime/deadline.ts'
import type { Logger } from '#contracts/runtime/log.ts'
import { checkRedisPolicy, createSubscriberRedis } from '#contracts/runtime/redis.ts'
import type { WorkerConfig } from './config.ts'
import { openWorker, type WorkerContext, type WorkerOptions } from './context.ts'
import { startLoops } from './loops/all.ts'
import { serveMetrics } from './metrics.ts'
import { startWorkers } from './workers.ts'

const REDIS_WITHIN_MS = 2000

/** Waits a moment for the connection that has just been begun. */
const redisFault = async ({ redis, log }: WorkerContext): Promise<string | undefined> => {
  try {
    if (redis.status !== 'ready')
      await withDeadline(once(redis, 'ready'), REDIS_WITHIN_MS, 'connecting to Redis')
    return await checkRedisPolicy(redis)
  } catch (err) {
    log.warn({ err }, 'Redis is away: starting without it')
    return undefined
  }
}

/**
 * The whole worker in this process: loops, which need MongoDB only, and jobs, which need Redis too. Closed by `closers`.
 * Throws when MongoDB is away or Redis would throw jobs away; starts without Redis, and uses it when it comes.
 */
export const startWorker = async (
  config: WorkerConfig,
  log: Logger,
  closers: Closers,
  options?: WorkerOptions,
) => {
  const ctx = await openWorker(config, log, closers, options)
  const fault = await redisFault(ctx)
  if (fault !== undefined) throw new Error(fault)

  const { tally, store } = ctx
  if (config.metrics !== null)
    await serveMetrics({ counts: store.counts, tally, log }, config.metrics, closers)
  startWorkers(ctx, closers)
  const loops = startLoops(ctx, closers)
  const channels = [ctx.keys.poke]
  const subscriber = createSubscriberRedis({
    url: config.redisUrl,
    log,
    channels,
    onMessage: () => loops.relay.wake(),
  })
  closers.add('pokes', () => subscriber.disconnect())
  return { ctx, loops }
}
export type RunningWorker = Awaited<ReturnType<typeof startWorker>>
