import { describe, expect, it } from 'vitest'
import { openBook } from '../../../local/simulator/book.ts'
import { metresBetween } from '../../../local/simulator/geo.ts'
import { landmarks } from '../../../local/simulator/landmarks.ts'
import { cornersOf } from '../../../local/simulator/path.ts'
import { positionsAt } from '../../../local/simulator/positions.ts'
import { pick, randomOf } from '../../../local/simulator/random.ts'
import { momentOf, rideTo } from '../../../local/simulator/ride.ts'
import { hurrying, momentAt, paceOf, wander } from '../../../local/simulator/whereabouts.ts'
import { driver, settings } from './given.ts'

const A = { lat: -10.15, lng: 123.6 }
const B = { lat: -10.18, lng: 123.63 }
const STEADY = { kmh: 36, haste: 1 }

const theDriver = (seed: number) => {
  const one = openBook([driver('d1')], settings({ seed })).drivers.get('d1')
  if (one === undefined) throw new Error('no driver')
  return one
}

/** Seconds that the same ride stands still. */
const still = (haste: number) => {
  const slow = rideTo(randomOf(1, 'ride'), A, B, { ...STEADY, haste }, 0)
  let ms = 0
  for (let at = 100; at < slow.arrivesAt; at += 100) if (momentOf(slow, at).speedMps === 0) ms += 100
  return ms / 1000
}

describe('a way', () => {
  it('has three bends and is 1.1 to 1.4 times as long as the straight line, wherever it leads', () => {
    const random = randomOf(2, 'ways')
    for (let n = 0; n < 300; n++) {
      const [from, to] = [pick(random, landmarks), pick(random, landmarks)]
      if (from === to) continue
      const corners = cornersOf(random, from, to)
      const metres = corners.reduce((sum, at, i) => sum + metresBetween(corners[i - 1] ?? at, at), 0)
      expect(corners).toHaveLength(5)
      expect(metres / metresBetween(from, to)).toBeGreaterThan(1.09)
      expect(metres / metresBetween(from, to)).toBeLessThan(1.41)
    }
  })
})

describe('a ride', () => {
  const ride = rideTo(randomOf(1, 'ride'), A, B, STEADY, 0)

  it('begins at one place and ends at the other', () => {
    expect(metresBetween(momentOf(ride, -1).point, A)).toBeLessThan(0.01)
    expect(metresBetween(momentOf(ride, ride.arrivesAt + 1).point, B)).toBeLessThan(0.01)
  })

  it('never jumps: between two fixes nobody goes faster than he says', () => {
    for (let at = 0; at < ride.arrivesAt; at += 1000) {
      const metres = metresBetween(momentOf(ride, at).point, momentOf(ride, at + 1000).point)
      expect(metres).toBeLessThan(10.1)
      expect([0, 10]).toContain(Math.round(momentOf(ride, at + 1).speedMps))
    }
  })

  it('waits at some corners, shorter when life is played faster', () => {
    expect(still(1)).toBeGreaterThan(3)
    expect(still(1)).toBeLessThan(76)
    expect(still(10)).toBeLessThan(still(1) / 5)
  })

  it('to where one is takes no time', () => {
    const stay = rideTo(randomOf(1, 'stay'), A, A, STEADY, 5)
    expect(stay.arrivesAt).toBe(5)
    expect(momentOf(stay, 5)).toMatchObject({ point: A, speedMps: 0 })
  })
})

describe('a driver without a task', () => {
  it.each([1, 2, 3])('wanders and rests at the speed of the city, and never teleports (seed %i)', (seed) => {
    const one = theDriver(seed)
    let before = momentAt(one, 0).point
    let moved = 0
    let rested = 0
    for (let at = 0; at < 3_600_000; at += 5000) {
      wander(one, at)
      const { point } = momentAt(one, at)
      const metres = metresBetween(before, point)
      expect(metres / 5).toBeLessThan(35 / 3.6 + 0.1)
      moved += metres
      if (metres === 0) rested += 1
      before = point
    }
    expect(moved).toBeGreaterThan(2000)
    expect(rested).toBeGreaterThan(10)
  })

  it('is seen a few metres beside where he is, drifting: no fix is frozen, none jumps', () => {
    const one = theDriver(1)
    one.onDuty = true
    let last: { lat: number; lng: number } | null = null
    const errors: number[] = []
    for (let at = 0; at < 3_600_000; at += 5000) {
      const [fix] = positionsAt([one], new Date(at))
      if (fix === undefined) throw new Error('no position')
      errors.push(metresBetween(fix, momentAt(one, at).point))
      if (last !== null) {
        expect(metresBetween(last, fix)).toBeGreaterThan(0)
        expect(metresBetween(last, fix) / 5).toBeLessThan(35 / 3.6 + 4)
      }
      last = { lat: fix.lat, lng: fix.lng }
    }
    const mean = errors.reduce((sum, one) => sum + one, 0) / errors.length
    expect(mean).toBeGreaterThan(1)
    expect(mean).toBeLessThan(12)
  })

  it('hurries to a task as fast as life is played, up to the limit', () => {
    expect(hurrying(settings({ speed: 1 }))).toEqual({ kmh: 28, haste: 1 })
    expect(hurrying(settings({ speed: 60, kmhMax: 120 }))).toEqual({ kmh: 120, haste: 60 })
    expect(paceOf(settings({ speed: 3 }))).toBe(3)
    expect(paceOf(settings({ speed: 60, kmhMax: 120 })) * 28).toBeCloseTo(120)
  })
})
