import { describe, expect, it } from 'vitest'
import type { Point } from '#contracts/domain/place.ts'
import { nearestPerSlot } from '../../../local/lab/policies/night.ts'
import type { Call, Helper, Night } from '../../../local/lab/seroja/people.ts'
import { runNight } from '../../../local/lab/seroja/run.ts'
import type { Lacking, NightPolicy, NightView } from '../../../local/lab/seroja/view.ts'
import { nightPolicies } from '../../../local/lab/seroja/workload.ts'
import { randomOf } from '../../../local/simulator/random.ts'

const home: Point = { lat: -10.16, lng: 123.6 }
const faraway: Point = { lat: -10.22, lng: 123.66 }
const willing: Helper = {
  at: home,
  declared: null,
  answers: { accepted: 30, declined: 0, silent: 0 },
  chance: 1,
}
const deaf: Helper = { ...willing, chance: 0 }
const callAt = (atS: number, place: Point): Call => ({ atS, place, severity: 'sedang', slots: 1 })

const played = (night: Night, policy: NightPolicy) => {
  const seen: NightView[] = []
  const watched: NightPolicy = (view) => {
    seen.push(structuredClone(view))
    return policy(view)
  }
  return { outcome: runNight(night, watched, randomOf(7, 'answers')), seen }
}

describe('a night', () => {
  it('leaves a helper where he worked, and tells so', () => {
    const calls = [callAt(0, faraway), callAt(3 * 3600, faraway)]
    for (const declared of [null, home]) {
      const { outcome, seen } = played({ helpers: [{ ...willing, declared }], calls }, nearestPerSlot(1))
      expect(outcome.filled).toBe(2)
      const [first = 0, second = 0] = outcome.firstS
      // The way back to where he set out from would take him more than twenty minutes.
      expect(first).toBeGreaterThan(1200)
      expect(second).toBeLessThan(200)
      expect(seen.at(-1)?.helpers[0]).toMatchObject({ place: faraway, isDeclared: declared !== null })
    }
  })

  it('tells a policy whom it has asked and when, and not how that will end', () => {
    const { seen } = played(
      { helpers: [willing, deaf], calls: [callAt(0, faraway)] },
      nightPolicies['7 + replace']!,
    )
    const told = seen.flatMap(({ lacking }) => lacking).flatMap(({ pending }: Lacking) => pending)
    expect(told.length).toBeGreaterThan(0)
    for (const offer of told) expect(Object.keys(offer).sort()).toEqual(['askedS', 'helper'])
  })

  it('remembers how often in a row somebody kept silent, as the product does, and asks him less', () => {
    const calls = Array.from({ length: 8 }, (_, n) => callAt(n * 600, home))
    const { seen } = played({ helpers: [deaf], calls }, nearestPerSlot(1))
    const last = seen.at(-1)!
    expect(last.helpers[0]!.lately.silences).toHaveLength(8)
    const next: NightView = { ...last, nowS: 2 * 3600, lacking: [{ ...last.lacking[0]!, asked: new Set() }] }
    expect(nightPolicies['ours, silence forgotten']!(next)).toHaveLength(1)
    expect(nightPolicies['ours, as the product']!(next)).toEqual([])
    // Six hours later nothing of it counts.
    expect(nightPolicies['ours, as the product']!({ ...next, nowS: 9 * 3600 })).toHaveLength(1)
  })

  it('spares whom the product has asked 60 times in a day, and does not where there is no budget', () => {
    const { seen } = played({ helpers: [willing], calls: [callAt(0, home)] }, () => [])
    const [view] = seen
    const helpers = view!.helpers.map((person) => ({ ...person, askedToday: 60 }))
    expect(nightPolicies['ours, as the product']!({ ...view!, helpers })).toEqual([])
    expect(nightPolicies['ours, no budget']!({ ...view!, helpers })).toHaveLength(1)
  })
})
