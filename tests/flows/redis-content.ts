import type { Redis } from 'ioredis'

/** Every key under a prefix with what it holds, as text. */
export const everythingInRedis = async (redis: Redis, prefix: string): Promise<string> => {
  const keys = await redis.keys(`${prefix}*`)
  const contents = await Promise.all(
    keys.map(async (key) => {
      const type = await redis.type(key)
      if (type === 'hash') return redis.hgetall(key)
      if (type === 'list') return redis.lrange(key, 0, -1)
      if (type === 'set') return redis.smembers(key)
      if (type === 'zset') return redis.zrange(key, '0', '-1')
      if (type === 'stream') return redis.xrange(key, '-', '+')
      return redis.get(key)
    }),
  )
  return JSON.stringify(keys.map((key, i) => [key, contents[i]]))
}
