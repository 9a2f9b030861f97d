import { getDistance } from 'geolib'
import { describe, expect, test } from 'vitest'
import { distanceM } from '#contracts/domain/place.ts'
import { travelS } from '#contracts/domain/whereabouts/travel.ts'
import { OEBUFU, POLICY } from './given.ts'

describe('minutes, not metres', () => {
  test('a motorcycle needs 186 s for a straight kilometre of Kupang', () => {
    // 1,000 m × 1.45 ÷ (28 ÷ 3.6 m/s)
    expect(travelS(1000, 'motorcycle', POLICY)).toBe(186)
    expect(travelS(1000, 'car', POLICY)).toBe(209)
    expect(travelS(0, 'pickup', POLICY)).toBe(0)
  })

  test('rain and night make everybody slower', () => {
    expect(travelS(1000, 'motorcycle', { ...POLICY, slowFactor: 0.6 })).toBe(311)
  })

  test('the straight distance agrees with geolib within 0.2 %', () => {
    const ElTari = { lat: -10.1716, lng: 123.6711 }
    const theirs = getDistance(OEBUFU, ElTari)
    expect(Math.abs(distanceM(OEBUFU, ElTari) / theirs - 1)).toBeLessThan(0.002)
  })
})
