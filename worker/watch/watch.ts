import { createHmac, randomBytes } from 'node:crypto'
import type { Closers } from '#contracts/runtime/closers.ts'
import { type Clock, systemClock } from '#contracts/runtime/clock.ts'
import { createIds } from '#contracts/runtime/ids.ts'
import type { Logger } from '#contracts/runtime/log.ts'
import { createProducerRedis } from '#contracts/runtime/redis.ts'
import { createPools } from '../delivery/pools.ts'
import { createPost, DEADLINE_MS } from '../delivery/post.ts'
import { createResolve } from '../delivery/resolve.ts'
import { createBooks } from './books.ts'
import { wayOf, type WatchConfig } from './config.ts'
import { createDatabase } from './database.ts'
import { createSince } from './since.ts'
import type { FaultCode } from './standing.ts'

/** Everything that the watch works with; closed by `closers`. MongoDB and Redis may be away. */
export const openWatch = (config: WatchConfig, log: Logger, closers: Closers, clock: Clock = systemClock) => {
  const { redisUrl, mongoUri, serverKey, localMode } = config
  const redis = createProducerRedis({ url: redisUrl, log })
  closers.add('redis', () => redis.disconnect())
  const pools = createPools({ deadlineMs: DEADLINE_MS })
  closers.add('gateways', () => pools.close())
  const ids = createIds(randomBytes, clock)
  return {
    config,
    log,
    clock,
    redis,
    ids,
    /** By which the lease of this process goes. */
    holder: ids.next('wch'),
    database: createDatabase({ mongoUri, log, closers }),
    booksIn: createBooks(),
    since: createSince<FaultCode>(),
    post: createPost({ pools, resolve: createResolve(localMode), clock, localMode }),
    onCall: config.to.map((to) => ({
      to,
      way: wayOf(to),
      // Nobody's number stands in the database.
      id: createHmac('sha256', serverKey).update(`on call:${to}`).digest('hex').slice(0, 32),
    })),
  }
}
export type Watch = ReturnType<typeof openWatch>
export type OnCall = Watch['onCall'][number]
