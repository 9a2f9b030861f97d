import { describe, expect, it } from 'vitest'
import { changePolicy } from '#contracts/domain/policy/commands.ts'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import { evolvePolicy, firstPolicy, type Policy, policyOf } from '#contracts/domain/policy/policy.ts'
import { PolicySettings } from '#contracts/domain/policy/settings.ts'
import { policyAt } from '#contracts/domain/policy/speed.ts'
import type { Refusal } from '#contracts/domain/refusal.ts'

const NOW = '2026-01-17T06:05:00.000Z'
const birth = { id: 'pol_5371', agencyId: '5371' }
const by = { kind: 'user', id: 'usr_1' } as const
const reason = { textId: 'txt_1', digest: 'd' }

const changed = (state: Policy | null, expected: number, change: Partial<PolicySettings>): Policy | null =>
  changePolicy(state, { expected, change, reason }, NOW).reduce<Policy | null>(
    (folded, body) => evolvePolicy(folded, { ...body, at: NOW, by }, birth),
    state,
  )
const codeOf = (run: () => unknown): string | undefined => {
  try {
    run()
    return undefined
  } catch (error) {
    return (error as Refusal).code
  }
}

describe('the policy of an agency', () => {
  it('is the default until somebody changes it, and then has a name of its own', () => {
    expect(policyOf(null)).toEqual(defaultMatchPolicy)
    const state = changed(null, 1, { alertPrice: 0.15 })
    expect(state).toMatchObject({ number: 2, changedAt: NOW, changedBy: by })
    expect(policyOf(state)).toEqual({ ...defaultMatchPolicy, alertPrice: 0.15, version: '5371.2' })
    expect(policyOf(changed(state, 2, { overAsk: 2 }))).toMatchObject({ overAsk: 2, alertPrice: 0.15 })
  })

  it('says field by field what became different', () => {
    const change = { w2: 1, alertPrice: 0.04, overAsk: 3 }
    const facts = changePolicy(null, { expected: 1, change, reason }, NOW)
    expect(facts.map(({ type }) => type)).toEqual(['policy.adopted', 'policy.changed'])
    expect(facts[1]?.data).toMatchObject({
      number: 2,
      differences: [
        { field: 'overAsk', from: null, to: 3 },
        { field: 'w2', from: 0.5, to: 1 },
      ],
    })
  })

  it('refuses a change thought of for another version, and one that changes nothing', () => {
    const state = changed(null, 1, { alertPrice: 0.15 })
    expect(codeOf(() => changed(state, 1, { w2: 1 }))).toBe('outdated')
    expect(codeOf(() => changed(state, 2, { alertPrice: 0.15 }))).toBe('nothing_to_change')
  })

  it('takes weather that slows people down only with an end, whichever of the two is said first', () => {
    const weatherUntil = '2026-01-17T09:00:00.000Z'
    expect(codeOf(() => changed(null, 1, { weather: 'heavy_rain' }))).toBe('weather_end')
    const raining = changed(null, 1, { weather: 'heavy_rain', weatherUntil })
    expect(codeOf(() => changed(raining, 2, { weatherUntil: null }))).toBe('weather_end')
    expect(codeOf(() => changed(raining, 2, { weather: 'fair', weatherUntil: null }))).toBeUndefined()
    // Of a policy that an older release wrote without an end everything else may be changed.
    const endless = raining && { ...raining, settings: { ...raining.settings, weatherUntil: null } }
    expect(codeOf(() => changed(endless, 2, { w2: 1 }))).toBeUndefined()
    expect(policyAt(policyOf(raining), '2026-01-17T08:59:00.000Z').slowFactor).toBe(0.6)
    expect(policyAt(policyOf(raining), '2026-01-17T09:00:00.000Z').slowFactor).toBe(1)
  })

  it('takes no rain that is over already, and forgets its end with the rain', () => {
    for (const weatherUntil of [NOW, '2026-01-16T09:00:00.000Z'])
      expect(codeOf(() => changed(null, 1, { weather: 'cyclone', weatherUntil }))).toBe('weather_end')
    const raining = changed(null, 1, { weather: 'heavy_rain', weatherUntil: '2026-01-17T09:00:00.000Z' })
    const dry = changed(raining, 2, { weather: 'fair' })
    expect(dry?.settings).toMatchObject({ weather: 'fair', weatherUntil: null })
    expect(codeOf(() => changed(dry, 3, { weather: 'cyclone' }))).toBe('weather_end')
  })

  it('keeps what it began with, whatever later defaults are', () => {
    const state = changed(null, 1, { alertPrice: 0.15 })
    expect(state?.settings).toEqual({ ...firstPolicy.settings, alertPrice: 0.15 })
  })

  it.each([
    ['rings that fall', { ringsEtaS: [600, 300, null] }],
    ['rings without the whole city', { ringsEtaS: [300, 600] }],
    ['a speed of nothing', { kmh: { motorcycle: 0, car: 25, pickup: 25 } }],
    ['a severity left out', { waveS: { rendah: 45, sedang: 45, tinggi: 45 } }],
    ['a chance above one', { targetChance: 1.2 }],
    ['a field that nobody knows', { speed: 3 }],
  ])('takes no %s', (_, change) => {
    expect(PolicySettings.partial().safeParse(change).success).toBe(false)
    expect(PolicySettings.safeParse(firstPolicy.settings).success).toBe(true)
  })
})
