import { describe, expect, it } from 'vitest'
import { ConfigError } from '#contracts/runtime/env.ts'
import { workerConfig } from '../../worker/config.ts'
import { each } from '../../worker/each.ts'

const wrong = () => workerConfig({ REDIS_URL: 'here', SERVER_KEY: 'short', AT_POINT: 'nowhere' })

describe('the configuration', () => {
  const good = {
    MONGODB_URI: 'mongodb://127.0.0.1/tr',
    REDIS_URL: 'redis://127.0.0.1',
    SERVER_KEY: 'k'.repeat(32),
  }

  it('has defaults for whatever a real installation need not say', () => {
    expect(workerConfig(good)).toMatchObject({
      redisPrefix: 'tr',
      localMode: false,
      atPoint: null,
      metrics: null,
    })
    expect(workerConfig({ ...good, AT_POINT: 'written', AT_POINT_AFTER: '3' }).atPoint).toEqual({
      point: 'written',
      after: 3,
    })
    expect(workerConfig({ ...good, METRICS_PORT: '9102' }).metrics).toEqual({ host: '127.0.0.1', port: 9102 })
  })

  it('tells every mistake at once', () => {
    expect(wrong).toThrow(ConfigError)
    expect(wrong).toThrow(/MONGODB_URI[\s\S]*REDIS_URL[\s\S]*SERVER_KEY[\s\S]*AT_POINT/)
  })
})

describe('each', () => {
  it('does all, so many at a time', async () => {
    let running = 0
    let most = 0
    const done: number[] = []
    await each([1, 2, 3, 4, 5], 2, async (item) => {
      most = Math.max(most, (running += 1))
      await Promise.resolve()
      running -= 1
      done.push(item)
    })
    expect(new Set(done)).toEqual(new Set([1, 2, 3, 4, 5]))
    expect(most).toBe(2)
  })

  it('lets none fail for another, and tells of all that failed', async () => {
    const done: number[] = []
    const work = async (item: number) => {
      if (item % 2 === 0) throw new Error(`no ${item}`)
      done.push(item)
    }
    await expect(each([1, 2, 3], 1, work)).rejects.toThrow('no 2')
    await expect(each([2, 4, 5], 3, work)).rejects.toThrow(AggregateError)
    expect(done).toEqual([1, 3, 5])
  })
})
