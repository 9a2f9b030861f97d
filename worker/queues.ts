import { Queue } from 'bullmq'
import { withDeadline } from '#contracts/runtime/deadline.ts'
import type { Logger } from '#contracts/runtime/log.ts'
import { createProducerRedis } from '#contracts/runtime/redis.ts'
import { jobIds, type JobData, type JobName, jobs } from '#contracts/wire/jobs.ts'

export interface QueueOptions {
  redisUrl: string
  /** Of every key that the queues use. */
  prefix: string
  log: Logger
}

/** Redis away makes `queue.add` wait for ever instead of failing. */
const ENQUEUE_DEADLINE_MS = 2000
/** Nothing of ours is under way by then: closing only waits for Redis, which may be away. */
const CLOSE_WITHIN_MS = 1000
/** The same id is the same job for as long as the job is kept; whoever asks why one failed has an hour. */
const KEPT = { done: { age: 600, count: 5000 }, failed: { age: 3600, count: 5000 } }

/**
 * The producing side of the job queues. A job is a quick reminder of what MongoDB knows anyway (due times, `nextAt` of a
 * delivery, how far an agency is matched): when Redis is away nothing is lost, the sweeper comes a little later.
 */
export const createQueues = ({ redisUrl, prefix, log }: QueueOptions) => {
  const redis = createProducerRedis({ url: redisUrl, log })
  const open = (name: JobName): Queue => {
    const queue = new Queue(name, {
      connection: redis,
      prefix,
      defaultJobOptions: {
        attempts: 5,
        backoff: { type: 'exponential', delay: 500 },
        removeOnComplete: KEPT.done,
        removeOnFail: KEPT.failed,
      },
    })
    queue.on('error', (err) => log.debug({ err, queue: name }, 'queue error'))
    return queue
  }
  const queues = { match: open('match'), due: open('due'), deliver: open('deliver') } satisfies Record<
    JobName,
    Queue
  >

  return {
    /** Adds a job, once for each of its ids. False when Redis did not take it within two seconds. Never rejects. */
    enqueue: async <N extends JobName>(name: N, data: JobData<N>, delayMs = 0): Promise<boolean> => {
      if (redis.status !== 'ready') return false
      const jobId = (jobIds[name] as (of: JobData<N>) => string)(data)
      const added = queues[name].add(name, jobs[name].parse(data), { jobId, delay: Math.max(0, delayMs) })
      try {
        await withDeadline(added, ENQUEUE_DEADLINE_MS, `adding to ${name}`)
        return true
      } catch (err) {
        log.warn({ err, queue: name, jobId }, 'not enqueued: left to the sweeper')
        return false
      }
    },

    close: async (): Promise<void> => {
      const closed = Promise.all(Object.values(queues).map((queue) => queue.close()))
      await withDeadline(closed, CLOSE_WITHIN_MS, 'closing the queues').catch((err: unknown) =>
        log.debug({ err }, 'closed without waiting for Redis'),
      )
      redis.disconnect()
    },
  }
}
export type Queues = ReturnType<typeof createQueues>
