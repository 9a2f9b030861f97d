import { getDistance } from 'geolib'
import { describe, expect, test } from 'vitest'
import { distanceM } from '#contracts/domain/place.ts'
import { travelS } from '#contracts/domain/whereabouts/travel.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { planRound } from '../../../worker/matching/round.ts'
import { candidate, incident, north, OEBUFU, POLICY, round } from './given.ts'

/** The estimate of a round at this moment, for somebody a kilometre away; from four to seven traffic is twice as slow. */
const etaAt = (now: string, over: Partial<MatchPolicy> = {}): number | undefined => {
  const policy = { ...POLICY, speedAt: { ...POLICY.speedAt, '16-19': 0.5 as const }, ...over }
  const far = candidate('v1', { position: north(1000) })
  const input = { ...round([incident('i1')], [far]), now: new Date(now), policy }
  return planRound(input).incidents[0]?.offers[0]?.etaS
}

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

  test('a round counts with the hour in Kupang and the weather there is', () => {
    const usual = travelS(1000, 'motorcycle', POLICY)
    const half = travelS(1000, 'motorcycle', { ...POLICY, slowFactor: 0.5 })
    expect(etaAt('2026-01-17T04:00:00.000Z')).toBe(usual)
    expect(etaAt('2026-01-17T08:00:00.000Z')).toBe(half)
    const rain = { weather: 'heavy_rain', speedIn: { heavy_rain: 0.5, cyclone: 1 } } as const
    expect(etaAt('2026-01-17T04:00:00.000Z', rain)).toBe(half)
  })

  test('the straight distance agrees with geolib within 0.2 %', () => {
    const ElTari = { lat: -10.1716, lng: 123.6711 }
    const theirs = getDistance(OEBUFU, ElTari)
    expect(Math.abs(distanceM(OEBUFU, ElTari) / theirs - 1)).toBeLessThan(0.002)
  })
})
