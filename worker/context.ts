import { stopAtPoint } from '#contracts/runtime/at-point.ts'
import type { Closers } from '#contracts/runtime/closers.ts'
import type { Logger } from '#contracts/runtime/log.ts'
import { createSerial } from '#contracts/runtime/queue.ts'
import { createAsking } from '#contracts/store/asking.ts'
import { createDeliveries } from '#contracts/store/deliveries.ts'
import { openPlatform } from '#contracts/store/open.ts'
import { createPhotos } from '#contracts/store/photos.ts'
import { createRoster } from '#contracts/store/roster.ts'
import { createSecrets } from '#contracts/store/secrets.ts'
import type { WorkerConfig, WorkerPoint } from './config.ts'
import type { Resolve } from './delivery/egress.ts'
import { createPools } from './delivery/pools.ts'
import { createPost, DEADLINE_MS } from './delivery/post.ts'
import { createResolve } from './delivery/resolve.ts'
import { defaultSchedules, type Schedules } from './delivery/schedule.ts'
import { createLeases } from './leases.ts'
import { defaultMatchPolicy, type MatchPolicy } from './matching/policy.ts'
import { createQueues } from './queues.ts'
import { createSeats } from './seats.ts'

/** What a world may set otherwise than a real installation. */
export interface WorkerOptions {
  policy?: MatchPolicy
  schedules?: Schedules
  resolve?: Resolve
}

const SEATS_FOR_A_PARTNER = 4

/** Opens everything that the worker works with; closed by `closers`. Redis may be away. Throws when MongoDB is. */
export const openWorker = async (
  config: WorkerConfig,
  log: Logger,
  closers: Closers,
  options: WorkerOptions = {},
) => {
  const { mongoUri, redisUrl, redisPrefix, serverKey, localMode } = config
  const atPoint: ((point: WorkerPoint) => Promise<void>) | undefined =
    config.atPoint === null ? undefined : stopAtPoint(config.atPoint)
  const platform = await openPlatform({
    name: 'worker',
    mongoUri,
    redisUrl,
    redisPrefix,
    serverKey,
    log,
    closers,
    atPoint,
  })
  const { store, clock, ids, seal, keys } = platform
  const { policy = defaultMatchPolicy, schedules = defaultSchedules } = options
  const { resolve = createResolve(localMode) } = options

  const queues = createQueues({ redisUrl, prefix: keys.queues, log })
  closers.add('queues', () => queues.close())
  const pools = createPools(DEADLINE_MS)
  closers.add('partner connections', () => pools.close())
  const leases = createLeases(store.cursors, ids.next('wrk'), clock)
  closers.add('leases', () => leases.releaseAll())
  closers.add('messages under way', store.settled)

  return {
    ...platform,
    config,
    policy,
    schedules,
    atPoint,
    queues,
    leases,
    serial: createSerial(),
    seats: createSeats(SEATS_FOR_A_PARTNER),
    post: createPost({ pools, resolve, clock, localMode }),
    random: Math.random,
    asking: createAsking(store.models),
    roster: createRoster(store.models),
    deliveries: createDeliveries(store.models),
    photos: createPhotos(platform.connection),
    secrets: createSecrets(store.models, seal),
  }
}
export type WorkerContext = Awaited<ReturnType<typeof openWorker>>
