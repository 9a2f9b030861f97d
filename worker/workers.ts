import { type Job, Worker } from 'bullmq'
import type { Closers } from '#contracts/runtime/closers.ts'
import { withDeadline } from '#contracts/runtime/deadline.ts'
import { createWorkerRedis } from '#contracts/runtime/redis.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { type JobName, jobs } from '#contracts/wire/jobs.ts'
import type { WorkerContext } from './context.ts'
import { catalogue } from './jobs/catalogue.ts'

/** A graceful close waits for the running jobs, and for ever when Redis is away. */
const CLOSE_WITHIN_MS = 3000

const settings = {
  lockDuration: 30_000,
  stalledInterval: 15_000,
  maxStalledCount: 2,
  // Unset, a worker rests 15 s after a failed fetch: as long as an outage may delay anything in all.
  runRetryDelay: 1000,
}

const run = async (ctx: WorkerContext, name: JobName, data: unknown): Promise<void> => {
  if (!ctx.clock.inService()) throw new Error('out of service: the clock is too far from the database')
  try {
    // The catalogue pairs each handler with its own data.
    await catalogue[name].handle(ctx, jobs[name].parse(data) as never)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    ctx.log.debug({ code: error.code, queue: name }, 'no longer true')
  }
}

/**
 * The consuming side of the job queues. A job may run twice, late or never: handlers read the state and change it by
 * guarded writes only, so a lost lock or a killed process costs time and nothing else.
 */
export const startWorkers = (ctx: WorkerContext, closers: Closers): void => {
  const redis = createWorkerRedis({ url: ctx.config.redisUrl, log: ctx.log })
  closers.add('worker redis', () => redis.disconnect())

  const start = (name: JobName): Worker => {
    const { log } = ctx
    const handle = async (job: Job, _token?: string, signal?: AbortSignal): Promise<void> => {
      signal?.throwIfAborted()
      await run(ctx, name, job.data)
    }
    const { atOnce: concurrency } = catalogue[name]
    const worker = new Worker(name, handle, {
      ...settings,
      connection: redis,
      prefix: ctx.keys.queues,
      concurrency,
    })
    worker.on('error', (err) => log.debug({ err, queue: name }, 'worker error'))
    worker.on('failed', (job, err) => log.warn({ err, queue: name, jobId: job?.id }, 'job failed'))
    worker.on('stalled', (jobId) => log.warn({ queue: name, jobId }, 'job stalled'))
    worker.on('lockRenewalFailed', (ids) => ids.forEach((id) => worker.cancelJob(id, 'its lock was lost')))
    return worker
  }

  const workers = (['match', 'due', 'deliver'] as const).map(start)
  closers.add('job workers', async () => {
    try {
      const closed = Promise.all(workers.map((worker) => worker.close()))
      await withDeadline(closed, CLOSE_WITHIN_MS, 'closing the job workers')
    } catch (err) {
      ctx.log.warn({ err }, 'closed without waiting: running jobs will run again')
      for (const worker of workers)
        worker.disconnect().catch((reason: unknown) => ctx.log.debug({ err: reason }, 'not disconnected'))
    }
  })
}
