import { describe, expect, it } from 'vitest'
import { createHistogram } from '../../../local/load/histogram.ts'
import { flatness } from '../../../local/load/look/flat.ts'
import { slopePerHour } from '../../../local/load/look/slope.ts'
import { arrivals, profileOf } from '../../../local/load/profile.ts'
import { loadOptions } from '../../../local/load/options.ts'
import { atTimes } from '../../../local/load/pace.ts'
import { exitCode, type Outcome } from '../../../local/load/verdict.ts'

describe('the histogram', () => {
  it('is true to 2 %, whatever came in whatever order', () => {
    const times = createHistogram()
    for (let n = 1000; n >= 1; n -= 1) times.record(n)
    const { count, p50, p95, p99, max } = times.quantiles()
    expect([count, max]).toEqual([1000, 1000])
    for (const [is, should] of [
      [p50, 500],
      [p95, 950],
      [p99, 990],
    ] as const)
      expect(Math.abs(is - should) / should).toBeLessThan(0.021)
  })

  it('of nothing says nothing', () => {
    expect(createHistogram().quantiles()).toEqual({ count: 0, p50: 0, p95: 0, p99: 0, max: 0 })
  })
})

describe('profile L', () => {
  it('is five incidents a second and fifty for two seconds of each minute', () => {
    const times = arrivals(profileOf(1), 60)
    expect(times.length).toBe(60 * 5 + 100)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times.filter((ms) => ms >= 20_000 && ms < 22_000).length).toBe(110)
    expect(profileOf(1)).toMatchObject({ drivers: 3000, partners: 8, screens: 100 })
    expect(arrivals(profileOf(0.1), 60).length).toBe(40)
  })

  it('is kept to by the clock: whoever is slow to answer makes nobody send less', async () => {
    const late = createHistogram()
    const startAt = performance.now()
    const meant: number[] = []
    await atTimes(
      [0, 5, 10],
      startAt,
      late,
      () => false,
      (at) => {
        meant.push(at - startAt)
        void new Promise(() => undefined)
      },
    )
    expect(meant).toEqual([0, 5, 10])
    expect(late.quantiles().count).toBe(3)
  })
})

const points = (many: number, of: (s: number) => number) =>
  Array.from({ length: many }, (_, n) => ({ s: n * 10, value: of(n * 10) }))

describe('what is looked at', () => {
  it('grows by so much in an hour, the beginning left out', () => {
    expect(slopePerHour(points(61, (s) => 100 + s / 3600))).toBe(1)
    expect(slopePerHour(points(61, (s) => (s < 200 ? s : 300)))).toBe(0)
  })

  it('is not judged by a short time', () => {
    expect(slopePerHour(points(10, (s) => s))).toBeNull()
  })
})

const grow = (name: string, perHour: number, from = 50, many = 181) =>
  flatness(new Map([[name, points(many, (s) => from + (s / 3600) * perHour)]]))

describe('flat', () => {
  it.each([
    ['api-1 heap MB after a sweep', 11, 13],
    ['worker-2 descriptors', 19, 21],
    ['redis keys', 490, 510],
  ])('%s may grow by %i an hour, and not by %i', (name, little, much) => {
    expect(grow(name, little)).toEqual({ judged: true, why: [] })
    expect(grow(name, much).why).toEqual([expect.stringContaining(name)])
  })

  it('a share of what there is counts as nothing', () => {
    expect(grow('redis keys', 1900, 10_000).why).toEqual([])
    expect(grow('redis keys', 2500, 10_000).why).toHaveLength(1)
  })

  it('is said of nothing that is meant to grow, nor of a short time', () => {
    for (const name of ['mongo facts', 'api-1 MB', 'crowd descriptors'])
      expect(grow(name, 9000)).toEqual({ judged: false, why: [] })
    expect(grow('redis keys', 9000, 50, 20)).toEqual({ judged: false, why: [] })
  })

  it('single peaks are no growth, and a rise behind a flat beginning is', () => {
    const peaks = points(181, (s) => (s > 1500 && s % 50 === 0 ? 900 : 50))
    expect(flatness(new Map([['api-1 descriptors', peaks]])).why).toEqual([])
    const late = points(181, (s) => (s < 900 ? 50 : 50 + (s - 900) / 10))
    expect(flatness(new Map([['api-1 descriptors', late]])).why).toHaveLength(1)
  })
})

it('a run that was not carried, grew or broke a law does not end well; a climb may end with what is too much', () => {
  const good: Outcome = { carried: true, flat: { judged: true, why: [] }, broken: [] }
  const tooMuch = { ...good, carried: false }
  const grown = { ...good, flat: { judged: true, why: ['redis keys'] } }
  expect(exitCode([good], false)).toBe(0)
  for (const bad of [tooMuch, grown, { ...good, broken: [{}] }]) expect(exitCode([bad], false)).toBe(1)
  expect(exitCode([good, tooMuch], true)).toBe(0)
  expect(exitCode([tooMuch], true)).toBe(1)
  expect(exitCode([good, grown], true)).toBe(1)
})

it('the command line is checked', () => {
  expect(loadOptions(['--soak'])).toMatchObject({ seconds: 1800, scale: 1 })
  expect(() => loadOptions(['--scale', 'much'])).toThrow('--scale')
})
