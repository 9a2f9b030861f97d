import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { createFixIndex, type FixIndex } from '#contracts/store/fix-index.ts'
import { fixKeys } from '#contracts/store/keep-fixes.ts'
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

describe('the positions that a process holds', () => {
  const ALL = 'another agency'
  const people = ['vol_a', 'vol_b', 'vol_c', 'vol_d']
  const who = fc.constantFrom(...people)
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('moves'), who, metres: fc.nat(9000), at: fc.nat(500) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('is forgotten'), who }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('emptied', 'positions lost') }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('one reads', 'the other reads') }) },
  )
  type Step = { do: string; who?: string; metres?: number; at?: number }

  const isWhatIsHeld = async (index: FixIndex): Promise<void> => {
    const { presence } = bench.ctx
    const { fixes, tracks } = await index.read(ALL)
    expect(Object.fromEntries(fixes)).toEqual(Object.fromEntries(await presence.all(ALL)))
    expect(Object.fromEntries(tracks)).toEqual(Object.fromEntries(await presence.tracks(ALL)))
  }

  it('are what Redis holds, whatever happened between two readings', async () => {
    const { presence, redis, keys } = bench.ctx
    const own = fixKeys(keys, ALL)
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps: Step[]) => {
        await redis.del(...own)
        const [one, other] = [createFixIndex(redis, keys), createFixIndex(redis, keys)]
        for (const { do: what, who: id = 'vol_a', metres = 0, at = 0 } of steps) {
          if (what === 'moves') await presence.keep(ALL, new Map([[id, fix(metres, at)]]))
          if (what === 'is forgotten') await presence.forget(ALL, id)
          if (what === 'emptied') await redis.del(...own)
          if (what === 'positions lost') await redis.del(own[0], own[1])
          if (what === 'one reads') await isWhatIsHeld(one)
          if (what === 'the other reads') await isWhatIsHeld(other)
        }
        await Promise.all([isWhatIsHeld(one), isWhatIsHeld(other)])
      }),
      { numRuns: 8 },
    )
  })

  it('are read as a whole once, then only those who moved', async () => {
    const { presence, redis, keys } = bench.ctx
    await presence.keep(ALL, new Map(people.map((id) => [id, fix(100, 1000)] as const)))
    const index = createFixIndex(redis, keys)
    const { fixes } = await index.read(ALL)
    const before = fixes.get('vol_b')
    await presence.keep(ALL, new Map([['vol_a', fix(500, 1010)]]))
    const after = (await index.read(ALL)).fixes
    expect(after.get('vol_a')).toEqual(fix(500, 1010))
    // The very same object: nobody parsed it again.
    expect(after.get('vol_b')).toBe(before)
  })
})
