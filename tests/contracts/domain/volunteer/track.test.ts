import { describe, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import {
  implausibility,
  type Seen,
  strikeOf,
  type Track,
  tracked,
} from '#contracts/domain/volunteer/track.ts'

const T0 = '2026-01-17T05:00:00.000Z'
const OEBUFU = { lat: -10.173512, lng: 123.620534 }

/** So many metres north of Oebufu, so many seconds after the start. */
const seen = (metres: number, seconds: number, over: Partial<Seen> = {}): Seen => ({
  lat: OEBUFU.lat + metres / 111_195,
  lng: OEBUFU.lng,
  accuracyM: 10,
  at: plusSeconds(T0, seconds),
  ...over,
})
const play = (...fixes: Seen[]) => {
  let track: Track | null = null
  let last: Seen | null = null
  for (const fix of fixes) {
    track = tracked(track, last, fix)
    last = fix
  }
  if (track === null || last === null) throw new Error('nobody was seen')
  return { track, last, doubt: (now = last.at) => implausibility(track, last, now) }
}
const repeated = (fix: (i: number) => Seen, count: number) => Array.from({ length: count }, (_, i) => fix(i))

/** Parked to the last digit, a fix every minute. */
const still = (minutes: number) => play(...repeated((i) => seen(0, i * 60), minutes + 1)).doubt()

describe('moving from one fix to the next', () => {
  it.each([
    ['a ride through the city', seen(0, 0), seen(200, 10), 0],
    ['150 km/h', seen(0, 0), seen(4180, 100), 0],
    ['a little more than 150 km/h', seen(0, 0), seen(4200, 100), 1],
    ['a jump of 400 m in no time', seen(0, 0), seen(400, 0), 1],
    ['an error between tall houses', seen(0, 0), seen(300, 1), 0],
    ['a jump that its own accuracies explain', seen(0, 0, { accuracyM: 500 }), seen(700, 1), 0],
    ['unstated accuracies', seen(0, 0, { accuracyM: null }), seen(490, 1, { accuracyM: null }), 0],
    ['across the city in ten seconds', seen(0, 0), seen(12_000, 10), 2],
    ['a phone without a fix', seen(0, 0), { ...seen(0, 5), lat: 0, lng: 0 }, 0],
    ['half an hour of silence, then elsewhere', seen(0, 0), seen(12_000, 1800), 0],
  ])('%s', (_, from, to, points) => {
    expect(strikeOf(from, to)).toBe(points)
  })
})

describe('how hard fixes are to believe', () => {
  it('is not at all for an ordinary ride, nor for the first fix', () => {
    expect(play(seen(0, 0)).doubt()).toBe(0)
    expect(play(...repeated((i) => seen(i * 80, i * 10), 100)).doubt()).toBe(0)
  })

  it('adds up with each jump and fades by half in half an hour', () => {
    const once = play(seen(0, 0), seen(1000, 1))
    expect([once.doubt(), once.doubt(plusSeconds(T0, 1801)), once.doubt(plusSeconds(T0, 7201))]).toEqual([
      1, 0.5, 0.06,
    ])
    expect(play(seen(0, 0), seen(1000, 1), seen(0, 2), seen(1000, 3)).doubt()).toBeCloseTo(3, 1)
    expect(play(seen(0, 0), seen(9000, 5), seen(0, 10)).doubt()).toBeCloseTo(4, 1)
  })

  it('is a clock that went back: counted like no time at all', () => {
    expect(strikeOf(seen(0, 60), seen(5000, 0))).toBe(1)
  })

  it('rises with every 40 minutes that a precise fix repeats itself to the last digit', () => {
    expect([still(39), still(40), still(119), still(120)]).toEqual([0, 1, 2, 3])
  })

  it('is nothing for a parked phone whose digits tremble, nor for a feed that rounds, nor for three fixes in an hour', () => {
    expect(play(...repeated((i) => seen((i % 2) * 0.2, i * 60), 180)).doubt()).toBe(0)
    expect(
      play(...repeated((i) => ({ ...seen(0, i * 60), lat: -10.1735, lng: 123.6205 }), 180)).doubt(),
    ).toBe(0)
    expect(play(...repeated((i) => seen(0, i * 3600), 3)).doubt()).toBe(0)
  })

  it('forgets the standing still once he moves', () => {
    const parked = repeated((i) => seen(0, i * 60), 130)
    expect(play(...parked).doubt()).toBe(3)
    expect(play(...parked, seen(90, 130 * 60)).doubt()).toBe(0)
  })
})
