import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import type { Fix } from '#contracts/store/presence.ts'
import { AGENCY, type Bench, openBench } from '../../worker/world.ts'

const T0 = '2026-01-17T05:00:00.000Z'
const fix = (metres: number, seconds: number): Fix => ({
  lat: -10.1735 + metres / 111_195,
  lng: 123.6205,
  accuracyM: 10,
  at: plusSeconds(T0, seconds),
})

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const keep = (id: string, one: Fix) => bench.ctx.presence.keep(AGENCY, new Map([[id, one]]))
const track = async (id: string) => (await bench.ctx.presence.tracks(AGENCY)).get(id)

describe('fixes in Redis', () => {
  it('keeps the later one, in whatever order they arrive, and counts a jump once', async () => {
    expect(await keep('vol_jump', fix(0, 0))).toBe(1)
    expect(await keep('vol_jump', fix(12_000, 10))).toBe(1)
    expect(await keep('vol_jump', fix(0, 5))).toBe(0)
    expect(await keep('vol_jump', fix(12_000, 10))).toBe(0)
    expect((await bench.ctx.presence.all(AGENCY)).get('vol_jump')).toEqual(fix(12_000, 10))
    expect(await track('vol_jump')).toEqual({
      strikes: 2,
      at: plusSeconds(T0, 10),
      stillSince: plusSeconds(T0, 10),
      stillFixes: 1,
    })
  })

  it('counts every fix that was kept when many processes bring them at once', async () => {
    const rival = await openBench(undefined, bench.home)
    const taken = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        (i % 2 ? bench : rival).ctx.presence.keep(AGENCY, new Map([['vol_many', fix(0, i)]])),
      ),
    )
    await rival.close()
    const kept = taken.reduce((sum, one) => sum + one, 0)
    expect(await track('vol_many')).toMatchObject({ stillFixes: kept, at: plusSeconds(T0, 59) })
  })

  it('forgets the track with the place', async () => {
    await keep('vol_gone', fix(0, 0))
    await bench.ctx.presence.forget(AGENCY, 'vol_gone')
    expect(await track('vol_gone')).toBeUndefined()
  })

  it('begins anew after Redis was emptied', async () => {
    await keep('vol_anew', fix(0, 0))
    await keep('vol_anew', fix(12_000, 10))
    await bench.ctx.redis.del(bench.ctx.keys.tracks(AGENCY), bench.ctx.keys.positions(AGENCY))
    await keep('vol_anew', fix(0, 20))
    expect(await track('vol_anew')).toMatchObject({ strikes: 0, stillFixes: 1 })
  })
})
