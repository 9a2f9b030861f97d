import { describe, expect, it } from 'vitest'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import { PolicySettings, type MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { ALWAYS_AS_FAST, dayPartOf, dayParts, policyAt, weatherAt } from '#contracts/domain/policy/speed.ts'

/** Kupang is eight hours ahead: this is 07.30 there, the way to school. */
const MORNING = '2026-01-16T23:30:00.000Z'
const NOON = '2026-01-17T04:00:00.000Z'
const rush: MatchPolicy = {
  ...defaultMatchPolicy,
  slowFactor: 0.8,
  speedAt: { ...ALWAYS_AS_FAST.speedAt, '06-09': 0.5 },
  speedIn: { heavy_rain: 0.6, cyclone: 0.1 },
}
const speed = (policy: MatchPolicy, at: string): number => Number(policyAt(policy, at).slowFactor.toFixed(6))

describe('the speed of a moment', () => {
  it('is that of the part of the day in Kupang', () => {
    expect([0, 5, 6, 8, 9, 15, 16, 18, 19, 23].map(dayPartOf)).toEqual(
      dayParts.flatMap((part) => [part, part]),
    )
    expect([speed(rush, MORNING), speed(rush, NOON)]).toEqual([0.4, 0.8])
  })

  it('is lower in the weather that the agency says it is, until the moment it says', () => {
    const rain: MatchPolicy = { ...rush, weather: 'heavy_rain', weatherUntil: NOON }
    expect([speed(rain, MORNING), speed(rain, NOON)]).toEqual([0.24, 0.8])
    expect(weatherAt({ ...rain, weatherUntil: null }, '2027-01-01T00:00:00.000Z')).toBe('heavy_rain')
  })

  it('never stands still', () => {
    const storm: MatchPolicy = { ...rush, slowFactor: 0.05, weather: 'cyclone' }
    expect(speed(storm, MORNING)).toBe(0.05)
    expect(PolicySettings.shape.slowFactor.safeParse(speed(storm, MORNING)).success).toBe(true)
  })

  it('is as always where nothing is set: the policy itself, so that no number of an older round moves', () => {
    expect(policyAt(defaultMatchPolicy, MORNING)).toBe(defaultMatchPolicy)
    const unset: MatchPolicy = { ...defaultMatchPolicy, ...ALWAYS_AS_FAST, weather: 'cyclone' }
    expect(policyAt(unset, NOON)).toMatchObject({ slowFactor: 1 })
    expect(policyAt({ ...defaultMatchPolicy, weather: 'heavy_rain' }, NOON)).toMatchObject({
      slowFactor: 0.6,
    })
  })
})
