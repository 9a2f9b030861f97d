import { Redis } from 'ioredis'

/** So many keys are read at once, and of a list or stream no more than so many entries: our own hold far fewer. */
const AT_ONCE = 200
const MOST_ENTRIES = 5000

type Read = (redis: Redis, key: string) => Promise<unknown>
const readers: Readonly<Record<string, Read>> = {
  string: (redis, key) => redis.get(key),
  hash: (redis, key) => redis.hgetall(key),
  list: (redis, key) => redis.lrange(key, 0, MOST_ENTRIES),
  set: (redis, key) => redis.smembers(key),
  zset: (redis, key) => redis.zrange(key, '0', '-1'),
  stream: (redis, key) => redis.xrange(key, '-', '+', 'COUNT', MOST_ENTRIES),
}

/** What lies under a key, whatever kind it is. @throws Error when nobody here knows that kind */
const valueOf = async (redis: Redis, key: string): Promise<string> => {
  const type = await redis.type(key)
  // It has ended between the scan and now.
  if (type === 'none') return ''
  const read = readers[type]
  if (read === undefined) throw new Error(`${key} is a ${type}: nobody reads it`)
  return JSON.stringify(await read(redis, key))
}

/** Every key and every value that Redis holds, as text. */
export const redisText = async (url: string): Promise<string> => {
  const redis = new Redis(url, { maxRetriesPerRequest: 3 })
  redis.on('error', () => undefined)
  try {
    const lines: string[] = []
    for await (const keys of redis.scanStream({ count: AT_ONCE }) as AsyncIterable<string[]>)
      lines.push(...keys, ...(await Promise.all(keys.map((key) => valueOf(redis, key)))))
    return lines.join('\n')
  } finally {
    redis.disconnect()
  }
}
