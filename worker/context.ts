import { stopAtPoint } from '#contracts/runtime/at-point.ts'
import type { Closers } from '#contracts/runtime/closers.ts'
import type { Logger } from '#contracts/runtime/log.ts'
import { createSerial } from '#contracts/runtime/queue.ts'
import { createAnswerCodes } from '#contracts/store/answer-codes.ts'
import { createAnswers } from '#contracts/store/answers.ts'
import { createAsking } from '#contracts/store/asking.ts'
import { createDeliveries } from '#contracts/store/deliveries.ts'
import { createEndpoints } from '#contracts/store/endpoints.ts'
import { createFixIndex } from '#contracts/store/fix-index.ts'
import { createHeartbeats } from '#contracts/store/heartbeats.ts'
import { openPlatform } from '#contracts/store/open.ts'
import { createPhotos } from '#contracts/store/photos.ts'
import { createRounds } from '#contracts/store/rounds.ts'
import { createRoster } from '#contracts/store/roster.ts'
import { createSecrets } from '#contracts/store/secrets.ts'
import { createSignInCodes } from '#contracts/store/sign-in-codes.ts'
import type { WorkerConfig, WorkerPoint } from './config.ts'
import type { Resolve } from './delivery/egress.ts'
import { createLanes } from './delivery/lanes.ts'
import { createPools } from './delivery/pools.ts'
import { createPost, DEADLINE_MS } from './delivery/post.ts'
import { createResolve } from './delivery/resolve.ts'
import { defaultSchedules, type Schedules } from './delivery/schedule.ts'
import { createGateway } from './delivery/sms/gateway.ts'
import { createLeases } from './leases.ts'
import { policyIdOf, policyOf } from '#contracts/domain/policy/policy.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { createPlanner } from './planner/planner.ts'
import { createQueues } from './queues.ts'
import { createTally } from './tally.ts'

/** What a world may set otherwise than a real installation. */
export interface WorkerOptions {
  policy?: MatchPolicy
  schedules?: Schedules
  resolve?: Resolve
  /** How long a partner may take for an answer. */
  deadlineMs?: number
}

/** Messages in flight to one partner, and how many wait behind them in memory. */
const LANE = { most: 4, longest: 1000 }

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
  const { schedules = defaultSchedules } = options
  const { resolve = createResolve(localMode), deadlineMs = DEADLINE_MS } = options

  const { sms, publicUrl } = config

  const queues = createQueues({ redisUrl, prefix: keys.queues, log })
  closers.add('queues', () => queues.close())
  const pools = createPools({ deadlineMs })
  closers.add('partner connections', () => pools.close())
  const planner = createPlanner({ thread: new URL('./planner-thread.mjs', import.meta.url), log })
  closers.add('planner', () => planner.close())
  const holder = ids.next('wrk')
  const leases = createLeases(store.cursors, holder, clock)
  closers.add('leases', () => leases.releaseAll())
  closers.add('messages under way', store.settled)
  const lanes = createLanes({ ...LANE, log })
  closers.add('lanes of partners', () => lanes.close())

  return {
    ...platform,
    config,
    /** How the agency asks at this moment. */
    policyOf: async (agencyId: string): Promise<MatchPolicy> =>
      options.policy ?? policyOf((await store.ledger.load('policy', policyIdOf(agencyId)))?.state ?? null),
    schedules,
    atPoint,
    queues,
    /** The name of this process among the workers. */
    holder,
    leases,
    heartbeats: createHeartbeats(store.models),
    planner,
    serial: createSerial(),
    tally: createTally(),
    lanes,
    post: createPost({ pools, resolve, clock, localMode, deadlineMs }),
    random: Math.random,
    fixIndex: createFixIndex(platform.redis, keys),
    answers: createAnswers(store.models, store.cursors),
    asking: createAsking(store.models),
    roster: createRoster(store.models),
    rounds: createRounds(store.models),
    deliveries: createDeliveries(store.models),
    endpoints: createEndpoints(store.models),
    /** Null: there is no gateway; volunteers without a platform are reached through the operators. */
    sms: sms === null || publicUrl === null ? null : createGateway(sms, publicUrl),
    answerCodes: createAnswerCodes(store.models, clock, serverKey),
    signInCodes: createSignInCodes(store.models),
    photos: createPhotos(platform.connection),
    secrets: createSecrets(store.models, seal),
  }
}
export type WorkerContext = Awaited<ReturnType<typeof openWorker>>
