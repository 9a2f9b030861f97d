import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { Redis } from 'ioredis'
import type { Ground } from '../ground/ground.ts'
import { nothingToMend, type Fault } from './fault.ts'

const direct = async <T>({ redis }: Ground, work: (connection: Redis) => Promise<T>): Promise<T> => {
  const connection = new Redis(redis.url, { maxRetriesPerRequest: 3 })
  connection.on('error', () => undefined)
  try {
    return await work(connection)
  } finally {
    connection.disconnect()
  }
}

const signal = (pid: number | undefined, name: NodeJS.Signals): void => {
  if (pid !== undefined) process.kill(pid, name)
}

/** Again and again until it starts: a full disk may have ended it, and may keep it from starting for a moment. */
const restart = async (server: { restart: () => Promise<void> }): Promise<void> => {
  for (let tries = 0; ; tries += 1)
    try {
      return await server.restart()
    } catch (error) {
      if (tries >= 10) throw error
      await rest(300)
    }
}

const filled = (which: 'mongo' | 'redis'): Fault => ({
  name: `disk of ${which} full`,
  about: 'disk',
  lastsMs: [2000, 4000],
  isPossible: ({ disks }) => disks[which].isOwn,
  hurt: async ({ disks, ...ground }) => {
    disks[which].fill()
    return async () => {
      disks[which].empty()
      // It may have ended for want of room: its supervisor starts it again.
      await restart(ground[which])
    }
  },
})

export const storeFaults: readonly Fault[] = [
  {
    name: 'kill redis',
    about: 'redis',
    lastsMs: [500, 4000],
    hurt: async ({ redis }) => {
      await redis.kill()
      return redis.restart
    },
  },
  {
    name: 'kill redis, back empty',
    about: 'redis',
    lastsMs: [200, 2000],
    hurt: async ({ redis, disks }) => {
      await redis.kill()
      for (const name of await readdir(disks.redis.dir))
        await rm(join(disks.redis.dir, name), { recursive: true })
      return redis.restart
    },
  },
  {
    name: 'empty redis',
    about: 'redis',
    lastsMs: [0, 500],
    hurt: async (ground) => {
      await direct(ground, (connection) => connection.flushall())
      return nothingToMend
    },
  },
  {
    name: 'freeze redis',
    about: 'redis',
    lastsMs: [3000, 8000],
    hurt: async ({ redis }) => {
      signal(redis.pid, 'SIGSTOP')
      return async () => signal(redis.pid, 'SIGCONT')
    },
  },
  {
    name: 'redis out of memory',
    about: 'redis',
    lastsMs: [1500, 4000],
    hurt: async (ground) => {
      await direct(ground, (connection) => connection.config('SET', 'maxmemory', '1'))
      return () =>
        direct(ground, async (connection) => void (await connection.config('SET', 'maxmemory', '0')))
    },
  },
  {
    name: 'redis drops every client',
    about: 'redis',
    lastsMs: [0, 500],
    hurt: async (ground) => {
      for (const type of ['normal', 'pubsub'])
        await direct(ground, (connection) => connection.call('CLIENT', 'KILL', 'TYPE', type, 'SKIPME', 'yes'))
      return nothingToMend
    },
  },
  {
    name: 'kill mongo',
    about: 'mongo',
    lastsMs: [0, 2500],
    hurt: async ({ mongo }) => {
      await mongo.kill()
      return mongo.restart
    },
  },
  {
    name: 'kill mongo, and again as it comes back',
    about: 'mongo',
    lastsMs: [100, 500],
    hurt: async ({ mongo }) => {
      await mongo.kill()
      await mongo.restart()
      await mongo.kill()
      return mongo.restart
    },
  },
  {
    name: 'freeze mongo',
    about: 'mongo',
    lastsMs: [1000, 6000],
    hurt: async ({ mongo }) => {
      signal(mongo.pid, 'SIGSTOP')
      return async () => signal(mongo.pid, 'SIGCONT')
    },
  },
  {
    name: 'freeze mongo beyond every patience',
    about: 'mongo',
    lastsMs: [10_000, 12_000],
    hurt: async ({ mongo }) => {
      signal(mongo.pid, 'SIGSTOP')
      return async () => signal(mongo.pid, 'SIGCONT')
    },
  },
  filled('mongo'),
  filled('redis'),
]
