import { Redis } from 'ioredis'
import { afterAll, expect, inject, it } from 'vitest'
import { redisText } from '../../local/faults/redis-text.ts'
import { ANY_PHONE } from '../../local/faults/settle.ts'

const redis = new Redis(inject('redisUrl'))
afterAll(() => redis.quit())

const own = (what: string): string => `redis-text:${what}`

it('reads what Redis holds under keys of every kind', async () => {
  await redis.set(own('string'), 'in a string')
  await redis.hset(own('hash'), 'field', 'in a hash')
  await redis.rpush(own('list'), 'in a list')
  await redis.sadd(own('set'), 'in a set')
  await redis.zadd(own('zset'), 1, 'in a sorted set')
  await redis.xadd(own('stream'), '*', 'field', 'in a stream')
  const text = await redisText(inject('redisUrl'))
  for (const kind of ['string', 'hash', 'list', 'set', 'sorted set', 'stream'])
    expect(text).toContain(`in a ${kind}`)
  for (const kind of ['string', 'hash', 'list', 'set', 'zset', 'stream']) {
    expect(text).toContain(own(kind))
    await redis.del(own(kind))
  }
})

it('a phone number is known in whatever way it is written, and no longitude is one', () => {
  for (const said of ['to +6281200100000.', '"6281200100001"', 'tel:081200100002', '/081299990001/'])
    expect(ANY_PHONE.test(said)).toBe(true)
  for (const said of ['123.6281200100001', '-10.081200100002', 'a081200100002', '0812', '1063081200100002'])
    expect(ANY_PHONE.test(said)).toBe(false)
})
