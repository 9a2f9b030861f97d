import type { Redis } from 'ioredis'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  checkRedisPolicy,
  createProducerRedis,
  createSubscriberRedis,
  createWorkerRedis,
} from '#contracts/runtime/redis.ts'
import { captureLog } from './capture-log.ts'
import { type FakeRedis, startFakeRedis } from './fake-redis.ts'

const one = { reply: ':1\r\n' }
const clients: Redis[] = []
const servers: FakeRedis[] = []

function readiness(redis: Redis): Promise<void> {
  return new Promise((resolve) => redis.once('ready', () => resolve()))
}

function opened(redis: Redis): Redis {
  clients.push(redis)
  return redis
}

async function serverThat(...[answer]: Parameters<typeof startFakeRedis>): Promise<FakeRedis> {
  const server = await startFakeRedis(answer)
  servers.push(server)
  return server
}

afterEach(async () => {
  for (const redis of clients.splice(0)) redis.disconnect()
  for (const server of servers.splice(0)) await server.close()
})

describe('the producer connection', () => {
  it('fails a command at once while Redis is away', async () => {
    const redis = opened(createProducerRedis({ url: 'redis://127.0.0.1:1', log: captureLog().log }))
    await expect(redis.set('key', 'value')).rejects.toThrow('enableOfflineQueue')
  })

  it('fails a command whose reply was lost, and never sends it again', async () => {
    const server = await serverThat((_command, nth) => (nth === 1 ? 'cut' : one))
    const redis = opened(createProducerRedis({ url: server.url, log: captureLog().log }))
    await readiness(redis)
    const again = readiness(redis)
    await expect(redis.incr('tally')).rejects.toThrow()
    await again
    expect(await redis.incr('other')).toBe(1)
    expect(server.received).toEqual([
      ['incr', 'tally'],
      ['incr', 'other'],
    ])
  })

  it('gives up on a silent server, then drops that link and takes a new one', async () => {
    const server = await serverThat((_command, nth) => (nth === 1 ? 'silence' : one))
    const redis = opened(createProducerRedis({ url: server.url, log: captureLog().log }))
    await readiness(redis)
    const again = readiness(redis)
    await expect(redis.incr('tally')).rejects.toThrow('Command timed out')
    await again
    expect(server.connections()).toBe(2)
    expect(await redis.incr('other')).toBe(1)
    expect(server.received.filter(([, key]) => key === 'tally')).toHaveLength(1)
  }, 15_000)
})

describe('the worker connection', () => {
  it('waits for Redis and sends a command again whose reply was lost', async () => {
    const server = await serverThat((_command, nth) => (nth === 1 ? 'cut' : one))
    const redis = opened(createWorkerRedis({ url: server.url, log: captureLog().log }))
    expect(await redis.incr('tally')).toBe(1)
    expect(server.received).toHaveLength(2)
  })

  it('outlasts the longest block of an idle worker, and no command of it times out', () => {
    const redis = opened(createWorkerRedis({ url: 'redis://127.0.0.1:1', log: captureLog().log }))
    expect(redis.options.socketTimeout).toBeGreaterThan(10_000)
    expect(redis.options.maxRetriesPerRequest).toBeNull()
    expect(redis.options.commandTimeout).toBeUndefined()
  })
})

describe('the subscriber connection', () => {
  const taken = { reply: '*3\r\n$9\r\nsubscribe\r\n$4\r\npoke\r\n:1\r\n' }
  const message = '*3\r\n$7\r\nmessage\r\n$4\r\npoke\r\n$4\r\n5371\r\n'

  it('hears messages, subscribes again after a cut, and is closed in the middle of it without a trace', async () => {
    const server = await serverThat((_command, nth) => {
      if (nth === 1) return { reply: taken.reply + message }
      return nth === 2 ? 'cut' : 'silence'
    })
    const heard: string[] = []
    const { log, messages } = captureLog()
    const redis = opened(
      createSubscriberRedis({
        url: server.url,
        log,
        channels: ['poke'],
        onMessage: (channel, text) => heard.push(`${channel} ${text}`),
      }),
    )
    await vi.waitFor(() => expect(heard).toEqual(['poke 5371']))
    server.cutAll()
    await vi.waitFor(() => expect(server.received).toHaveLength(3), { timeout: 5000 })
    expect(server.received.every(([verb, channel]) => verb === 'subscribe' && channel === 'poke')).toBe(true)
    redis.disconnect()
    await vi.waitFor(() => expect(messages('info').at(-1)).toBe('redis connection closed'))
    expect(messages('warn')).toContain('redis subscription was not taken')
  })
})

describe('every connection', () => {
  it('try again after 200 ms at first and never wait longer than a second', () => {
    for (const create of [createProducerRedis, createWorkerRedis]) {
      const redis = opened(create({ url: 'redis://127.0.0.1:1', log: captureLog().log }))
      expect([1, 2, 3, 4, 5000].map((attempt) => redis.options.retryStrategy?.(attempt))).toEqual([
        200, 400, 800, 1000, 1000,
      ])
    }
  })

  it('log a change of state once, not every attempt, and no password', async () => {
    const { log, lines, messages } = captureLog()
    const redis = opened(createWorkerRedis({ url: 'redis://user:hunter2@127.0.0.1:1', log }))
    let attempts = 0
    redis.on('reconnecting', () => {
      attempts += 1
    })
    await vi.waitFor(() => expect(attempts).toBe(3), { timeout: 5000 })
    expect(messages('warn')).toEqual(['redis is away'])
    expect(lines.join('')).not.toContain('hunter2')
  })

  it('say when Redis is lost, is back and is closed', async () => {
    const { log, lines, messages } = captureLog()
    const server = await serverThat(() => 'cut')
    const redis = opened(createProducerRedis({ url: server.url, log }))
    await readiness(redis)
    const again = readiness(redis)
    await expect(redis.get('key')).rejects.toThrow()
    await again
    await redis.quit()
    await vi.waitFor(() => expect(messages('info').at(-1)).toBe('redis connection closed'))
    expect(lines.map((line) => /"msg":"(.*)"/.exec(line)?.[1])).toEqual([
      'redis connected',
      'redis is away',
      'redis connected',
      'redis connection closed',
    ])
  })
})

describe('checkRedisPolicy', () => {
  it.each([
    ['noeviction', undefined],
    ['allkeys-lru', 'allkeys-lru'],
    ['volatile-ttl', 'volatile-ttl'],
  ])('reads %s from the server', async (policy, problem) => {
    const info = `# Memory\r\nmaxmemory:0\r\nmaxmemory_policy:${policy}\r\nmem_fragmentation_ratio:1\r\n`
    const server = await serverThat(() => ({ reply: `$${info.length}\r\n${info}\r\n` }))
    const redis = opened(createWorkerRedis({ url: server.url, log: captureLog().log }))
    const said = await checkRedisPolicy(redis)
    if (problem === undefined) expect(said).toBeUndefined()
    else expect(said).toContain(`"${problem}"`)
  })

  it('rejects when Redis is away', async () => {
    const redis = opened(createProducerRedis({ url: 'redis://127.0.0.1:1', log: captureLog().log }))
    await expect(checkRedisPolicy(redis)).rejects.toThrow()
  })
})
