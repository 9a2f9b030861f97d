import { describe, expect, it } from 'vitest'
import { firstPolicy } from '#contracts/domain/policy/policy.ts'
import { PolicySettings } from '#contracts/domain/policy/settings.ts'
import { defaultSla } from '#contracts/domain/sla.ts'
import { policyFields, slaFields } from '../../dashboard/src/panels/settings/fields.ts'
import {
  changedLeaves,
  leavesOf,
  typedOf,
  valueAt,
  wishOf,
} from '../../dashboard/src/panels/settings/leaves.ts'
import { numberOf, numberText } from '../../dashboard/src/panels/settings/units.ts'

const settings = firstPolicy.settings
const leaves = leavesOf(policyFields, settings)
const asTyped = Object.fromEntries(
  leaves.map((leaf) => [leaf.id, typedOf(valueAt(settings, leaf), leaf, ',')]),
)

describe('settings in words', () => {
  it('show every leaf of the policy, and what is shown can be typed back', () => {
    expect(new Set(leaves.map(({ field }) => field))).toEqual(new Set(Object.keys(settings)))
    expect(wishOf(leaves, settings, asTyped, ',')).toEqual({ change: {}, bad: new Set() })
    for (const leaf of leaves) {
      const other = wishOf([leaf], settings, { [leaf.id]: ` ${asTyped[leaf.id] ?? ''} ` }, ',')
      if (leaf.kind.of !== 'flags' && leaf.kind.of !== 'word')
        expect([leaf.id, other.change[leaf.field]]).toEqual([leaf.id, settings[leaf.field as never]])
    }
  })

  it('are typed in the units that a person thinks in, with comma or dot', () => {
    expect(typedOf(settings.ringsEtaS, { kind: policyFields.ringsEtaS }, ',')).toBe('5; 10; 15')
    expect(numberText(0.85, 'percent', ',')).toBe('85')
    expect([numberOf('1,45', 'times'), numberOf('1.45', 'times'), numberOf('7,5', 'minutes')]).toEqual([
      1.45, 1.45, 450,
    ])
    expect(numberOf('lima', 'minutes')).toBeNull()
  })

  it('become whole fields that the contract takes, and mark what is none', () => {
    const typed = { 'kmh.car': '22', ringsEtaS: '4; 8', overAsk: '2', 'demands.insurance': 'true' }
    const { change, bad } = wishOf(leaves, settings, typed, ',')
    expect(bad.size).toBe(0)
    expect(PolicySettings.partial().parse(change)).toEqual({
      kmh: { ...settings.kmh, car: 22 },
      ringsEtaS: [240, 480, null],
      overAsk: 2,
      demands: { insurance: true, training: false },
    })
    const wrong = wishOf(leaves, settings, { detour: 'jauh', ringsEtaS: '8; 4' }, ',')
    expect([...wrong.bad].sort()).toEqual(['detour', 'ringsEtaS'])
  })

  it('take a moment in the time of Kupang, or none', () => {
    const typed = { weather: 'heavy_rain', weatherUntil: '17/01/2026 18.00' }
    const { change, bad } = wishOf(leaves, settings, typed, ',')
    expect([change, bad.size]).toEqual([
      { weather: 'heavy_rain', weatherUntil: '2026-01-17T10:00:00.000Z' },
      0,
    ])
    const until = { weatherUntil: '2026-01-17T10:00:00.000Z' }
    const leaf = leaves.find(({ id }) => id === 'weatherUntil')!
    expect(typedOf(until.weatherUntil, leaf, ',')).toBe('17/01/2026 18.00')
    expect(wishOf([leaf], { ...settings, ...until }, { weatherUntil: '' }, ',').change).toEqual({
      weatherUntil: null,
    })
    expect(wishOf([leaf], settings, { weatherUntil: 'besok' }, ',').bad).toEqual(new Set(['weatherUntil']))
  })

  it('tell of a change only the leaves that differ', () => {
    const to = { ...defaultSla.arriveS, kritis: 600 }
    expect(changedLeaves('arriveS', slaFields.arriveS, defaultSla.arriveS, to)).toMatchObject([
      { leaf: { id: 'arriveS.kritis' }, from: 900, to: 600 },
    ])
  })
})
