import { describe, expect, it } from 'vitest'
import { openBook } from '../../../local/simulator/book.ts'
import { metresBetween } from '../../../local/simulator/geo.ts'
import { randomOf } from '../../../local/simulator/random.ts'
import { momentOf, rideTo } from '../../../local/simulator/ride.ts'
import { hurryKmh, momentAt, wander } from '../../../local/simulator/whereabouts.ts'
import { driver, settings } from './given.ts'

const A = { lat: -10.15, lng: 123.6 }
const B = { lat: -10.18, lng: 123.63 }

describe('a ride', () => {
  const ride = rideTo(randomOf(1, 'ride'), A, B, 36, 0)

  it('begins at one place, ends at the other, and is 1.1 to 1.4 times as long as the straight line', () => {
    expect(metresBetween(momentOf(ride, -1).point, A)).toBeLessThan(0.01)
    expect(metresBetween(momentOf(ride, ride.arrivesAt + 1).point, B)).toBeLessThan(0.01)
    const metres = (ride.arrivesAt / 1000) * 10
    expect(metres / metresBetween(A, B)).toBeGreaterThan(1.09)
    expect(metres / metresBetween(A, B)).toBeLessThan(1.41)
  })

  it('never jumps: between two fixes nobody goes faster than he says', () => {
    for (let at = 0; at < ride.arrivesAt; at += 5000) {
      const metres = metresBetween(momentOf(ride, at).point, momentOf(ride, at + 5000).point)
      expect(metres / 5).toBeLessThan(10.1)
      expect(momentOf(ride, at + 1).speedMps).toBeCloseTo(10, 1)
    }
  })

  it('to where one is takes no time', () => {
    const stay = rideTo(randomOf(1, 'stay'), A, A, 36, 5)
    expect(stay.arrivesAt).toBe(5)
    expect(momentOf(stay, 5)).toMatchObject({ point: A, speedMps: 0 })
  })
})

describe('a driver without a task', () => {
  it('wanders and rests at the speed of the city, whatever the speed of life', () => {
    const one = openBook([driver('d1')], 1).drivers.get('d1')
    if (one === undefined) throw new Error('no driver')
    let before = momentAt(one, 0).point
    let moved = 0
    for (let at = 0; at < 3_600_000; at += 5000) {
      wander(one, at)
      const { point } = momentAt(one, at)
      const metres = metresBetween(before, point)
      expect(metres / 5).toBeLessThan(32 / 3.6 + 0.5)
      moved += metres
      before = point
    }
    expect(moved).toBeGreaterThan(1000)
  })

  it('hurries to a task as fast as life is played, up to the limit', () => {
    expect(hurryKmh(settings({ speed: 1 }))).toBe(28)
    expect(hurryKmh(settings({ speed: 60, kmhMax: 120 }))).toBe(120)
  })
})
