import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { isFree } from '../../local/servers/port.ts'
import { startRedis, type RedisServer } from '../../local/servers/redis.ts'
import { isAlive, portOf } from './processes.ts'

const folder = await mkdtemp(join(tmpdir(), 'redis-test-'))
const note = () => {}
const closers: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})
afterAll(async () => rm(folder, { recursive: true }))

async function redisIn(name: string, port?: number): Promise<RedisServer> {
  const server = await startRedis({ dataDir: join(folder, name), port, note })
  closers.push(server.stop)
  return server
}

function clientOf(server: RedisServer): Redis {
  const client = new Redis(server.url, { maxRetriesPerRequest: 0, lazyConnect: true })
  client.on('error', () => {}) // a connection that breaks is what these tests do to it
  closers.push(async () => client.disconnect())
  return client
}

describe('Redis', () => {
  it('keeps port and data over a stop and over kill -9', async () => {
    const server = await redisIn('stop')
    await clientOf(server).set('stopped', 'kept')
    await server.stop()
    expect(server.pid).toBeUndefined()
    await server.restart()
    const { pid } = server
    await server.kill()
    expect(isAlive(pid)).toBe(false)
    expect(await isFree(portOf(server.url))).toBe(true)
    await server.restart()
    expect(await clientOf(server).get('stopped')).toBe('kept')
  })

  it('is set up for queues, on the loopback address only', async () => {
    const redis = clientOf(await redisIn('flags'))
    const settings = await redis.config('GET', 'hz', 'appendonly', 'maxmemory-policy', 'bind')
    expect(settings).toEqual(
      expect.arrayContaining([
        'hz',
        '100',
        'appendonly',
        'yes',
        'maxmemory-policy',
        'noeviction',
        'bind',
        '127.0.0.1',
      ]),
    )
  })

  it('refuses a folder that has an owner, and takes it when the owner was killed', async () => {
    const owner = await redisIn('owned')
    await expect(redisIn('owned')).rejects.toThrow(/in use by another Redis/)
    await owner.kill()
    await redisIn('owned')
  })

  it('refuses a port that is taken', async () => {
    const owner = await redisIn('port')
    await expect(redisIn('port-too', portOf(owner.url))).rejects.toThrow(/already in use/)
  })

  it('runs twice side by side', async () => {
    const servers = await Promise.all([redisIn('left'), redisIn('right')])
    const [left, right] = servers.map(clientOf)
    await left?.set('side', 'left')
    expect(await right?.get('side')).toBeNull()
  })

  it('names the ways out where nothing can serve', async () => {
    const config = { cacheDir: join(folder, 'empty'), searchPath: [] }
    const start = startRedis({ dataDir: join(folder, 'nowhere'), note, config })
    await expect(start).rejects.toThrow(/Ways out:[^]*REDIS_URL[^]*install redis-server/)
  })
})
