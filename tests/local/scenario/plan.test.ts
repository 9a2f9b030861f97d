import { describe, expect, it } from 'vitest'
import { luckOf } from '../../../local/scenario/luck.ts'
import { needsFor } from '../../../local/scenario/plan/needs.ts'
import { damageWeight, placeFor } from '../../../local/scenario/plan/places.ts'
import { type Call, planOf } from '../../../local/scenario/plan/plan.ts'
import { type ScenarioName, scenarioNames, scenarios } from '../../../local/scenario/scenarios/all.ts'
import { routes } from '#contracts/wire/routes/all.ts'
import { areas } from './given.ts'

const HOUR_S = 3600
const SEEDS = [1, 2, 3, 7, 42]
const plan = (name: ScenarioName, seed = 1) => planOf(scenarios[name], areas, seed)
const slotsOf = ({ course }: Call) => course.needs.reduce((sum, { quantity }) => sum + quantity, 0)
const areaOf = ({ report }: Call) => areas.find(({ code }) => code === report.place.kelurahan)
const share = (calls: readonly Call[], is: (call: Call) => boolean) => calls.filter(is).length / calls.length

describe.each(scenarioNames)('the plan of %s', (name) => {
  it('is the same for the same seed, and another for another', () => {
    expect(plan(name, 7)).toEqual(plan(name, 7))
    expect(plan(name, 7)).not.toEqual(plan(name, 8))
  })

  it('comes in order of time, from the first minute on, within its hours', () => {
    for (const seed of SEEDS) {
      const moments = plan(name, seed).map(({ atS }) => atS)
      expect(moments).toEqual(moments.toSorted((a, b) => a - b))
      expect(moments[0]).toBeLessThan(60)
      expect(plan(name, seed)[0]?.course.gate).toEqual({ kind: 'verify' })
      expect(moments.at(-1)).toBeLessThanOrEqual(scenarios[name].hours * HOUR_S)
    }
  })

  it('is made of what the public API takes', () => {
    for (const { report, course } of plan(name)) {
      expect(routes.reportIncident.body.safeParse(report).error).toBeUndefined()
      expect(routes.setNeeds.body.safeParse({ needs: course.needs }).error).toBeUndefined()
      if (course.gate.kind === 'reject')
        expect(routes.rejectIncident.body.safeParse({ reason: course.gate.reason }).success).toBe(true)
      if (course.gate.kind === 'refer')
        expect(routes.referIncident.body.safeParse({ to: course.gate.to }).success).toBe(true)
    }
  })

  it('wants as many volunteers as the scenario says', () => {
    const [least, most] = scenarios[name].slots
    const slots = SEEDS.flatMap((seed) => plan(name, seed).map(slotsOf))
    expect(Math.min(...slots)).toBe(least)
    expect(Math.max(...slots)).toBe(most)
  })

  it('has pranks and second calls, which name an earlier real one nearby in time and place', () => {
    const calls = SEEDS.flatMap((seed) => plan(name, seed))
    const { falsePct } = scenarios[name]
    expect(share(calls, ({ course }) => course.gate.kind === 'reject')).toBeCloseTo(falsePct / 100, 1)
    for (const seed of SEEDS) {
      const own = plan(name, seed)
      for (const [n, { report, course, atS }] of own.entries()) {
        if (course.gate.kind !== 'duplicate') continue
        const first = own[course.gate.of]
        expect(course.gate.of).toBeLessThan(n)
        expect(first?.course.gate.kind).toBe('verify')
        expect(first?.report.hazard).toBe(report.hazard)
        expect(atS - (first?.atS ?? 0)).toBeLessThan(900)
        expect(Math.abs((first?.report.place.lat ?? 0) - report.place.lat)).toBeLessThan(0.001)
      }
    }
  })

  it('names nobody who could exist', () => {
    for (const { report } of plan(name)) {
      if (report.reporter === undefined) continue
      expect(report.reporter.name).toMatch(/^Warga Contoh \d+$/)
      expect(report.reporter.phone).toMatch(/^\+6281200009\d{3}$/)
    }
  })
})

describe('a quiet day', () => {
  it('brings one report every ten minutes or so', () => {
    const moments = plan('quiet').map(({ atS }) => atS)
    const pauses = moments.slice(1).map((atS, n) => (atS - (moments[n] ?? 0)) / 60)
    expect(moments).toHaveLength(144)
    expect(Math.max(...pauses)).toBeLessThan(20)
    expect(pauses.reduce((sum, pause) => sum + pause, 0) / pauses.length).toBeCloseTo(10, 0)
  })
})

describe('a wet day', () => {
  it.each(SEEDS)('brings 20 to 30 reports in three hours where their kinds are known (seed %i)', (seed) => {
    const calls = plan('wet-day', seed)
    expect(calls.length).toBeGreaterThanOrEqual(20)
    expect(calls.length).toBeLessThanOrEqual(30)
    for (const call of calls) {
      const { hazard } = call.report
      const known = areaOf(call)?.hazards ?? []
      expect(['banjir', 'pohon_tumbang', 'tanah_longsor']).toContain(hazard)
      expect(known).toContain(hazard === 'pohon_tumbang' ? 'angin_kencang' : hazard)
    }
  })
})

describe('a night like Seroja', () => {
  it('brings 150 reports in nine hours, most of them in the middle', () => {
    const moments = plan('seroja').map(({ atS }) => atS / HOUR_S)
    const between = (from: number, to: number) => moments.filter((hour) => hour >= from && hour < to).length
    expect(moments).toHaveLength(150)
    expect(between(3, 6)).toBeGreaterThan(between(0, 3) * 1.5)
    expect(between(3, 6)).toBeGreaterThan(between(6, 9) * 1.5)
  })

  it('asks for one to six volunteers, each about as often', () => {
    const slots = SEEDS.flatMap((seed) => plan('seroja', seed).map(slotsOf))
    for (let wanted = 1; wanted <= 6; wanted++)
      expect(slots.filter((one) => one === wanted).length / slots.length).toBeCloseTo(1 / 6, 1)
  })

  it('reaches all parts of the city, the damaged more often', () => {
    const random = luckOf(3, 'places')
    const places = Array.from(
      { length: 6000 },
      () => placeFor(random, areas, 'angin_kencang', 'damage').kelurahan,
    )
    const total = areas.reduce((sum, area) => sum + damageWeight(area), 0)
    for (const area of areas) {
      const expected = damageWeight(area) / total
      const seen = places.filter((code) => code === area.code).length / places.length
      expect(seen).toBeGreaterThan(expected * 0.5)
      expect(seen).toBeLessThan(expected * 1.5)
    }
    const weights = areas.map(damageWeight)
    expect(Math.min(...weights)).toBe(1)
    expect(Math.max(...weights)).toBeGreaterThan(4)
  })
})

describe('needs', () => {
  it('come row by row from the template of the kind', () => {
    expect(needsFor('banjir', 1)).toEqual([{ task: 'pantau', vehicle: 'motorcycle', quantity: 1 }])
    expect(needsFor('banjir', 4).map(({ task, quantity }) => [task, quantity])).toEqual([
      ['pantau', 2],
      ['evakuasi_ringan', 1],
      ['antar_bantuan', 1],
    ])
  })
})
