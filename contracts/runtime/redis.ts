import { Redis, type RedisOptions } from 'ioredis'
import type { Logger } from './log.ts'

export interface RedisConnectionOptions {
  url: string
  log: Logger
}

const shared = {
  // The usual back-off reaches many seconds; an outage must delay nothing by more than 15 s after it ends.
  retryStrategy: (attempt: number) => Math.min(100 * 2 ** attempt, 1000),
  keepAlive: 5000,
  connectTimeout: 2000,
} satisfies RedisOptions

/**
 * For whoever must answer soon: a command fails at once while Redis is away and after 2 s without a reply, and is
 * never sent a second time, since a lost reply does not mean a lost command.
 */
export function createProducerRedis({ url, log }: RedisConnectionOptions): Redis {
  return listened(
    new Redis(url, {
      ...shared,
      maxRetriesPerRequest: 0,
      enableOfflineQueue: false,
      commandTimeout: 2000,
      // `commandTimeout` gives up on the command only: a half-open link would fail every command for minutes.
      socketTimeout: 4000,
    }),
    log,
    'producer',
  )
}

/**
 * For BullMQ workers: a command waits for Redis to come back and may be sent twice. The socket is
 * cut after 12 s without a reply, since a half-open link would wedge the worker; not after 10 s, since an
 * idle BullMQ worker blocks for as long as that.
 */
export function createWorkerRedis({ url, log }: RedisConnectionOptions): Redis {
  return listened(
    new Redis(url, { ...shared, maxRetriesPerRequest: null, socketTimeout: 12_000 }),
    log,
    'worker',
  )
}

export interface SubscriberOptions extends RedisConnectionOptions {
  channels: readonly string[]
  onMessage: (channel: string, message: string) => void
}

/**
 * Hears what is published on `channels`, again after every reconnection; what was published in between is lost.
 * It subscribes by itself: ioredis's own way of doing it again leaves a promise behind whose rejection ends the process.
 */
export function createSubscriberRedis({ url, log, channels, onMessage }: SubscriberOptions): Redis {
  const redis = listened(
    new Redis(url, { ...shared, maxRetriesPerRequest: 0, autoResubscribe: false, socketTimeout: 4000 }),
    log,
    'subscriber',
  )
  redis.on('message', onMessage)
  redis.on('ready', () => {
    redis.subscribe(...channels).catch((err: unknown) => {
      log.warn({ err, connection: 'subscriber' }, 'redis subscription was not taken')
    })
  })
  return redis
}

/**
 * Says what is wrong with the server's memory policy, or undefined: under any policy but `noeviction` a full Redis
 * throws jobs away. Rejects when Redis is away.
 */
export async function checkRedisPolicy(redis: Redis): Promise<string | undefined> {
  const policy = /^maxmemory_policy:(\S+)/m.exec(await redis.info('memory'))?.[1] ?? 'unknown'
  if (policy === 'noeviction') return undefined
  return `Redis has maxmemory-policy "${policy}" and may drop jobs: it must be "noeviction"`
}

// One line when the state changes, not one per attempt; the listener also keeps ioredis from printing errors itself.
function listened(redis: Redis, log: Logger, connection: string): Redis {
  let state: 'new' | 'up' | 'down' = 'new'
  const change = (next: 'up' | 'down', err?: Error) => {
    if (state === next) return
    state = next
    if (next === 'up') log.info({ connection }, 'redis connected')
    else log.warn({ connection, err }, 'redis is away')
  }
  redis.on('ready', () => change('up'))
  redis.on('error', (err: Error) => change('down', err))
  redis.on('reconnecting', () => change('down'))
  redis.on('end', () => log.info({ connection }, 'redis connection closed'))
  return redis
}
