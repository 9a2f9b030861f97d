import { describe, expect, it } from 'vitest'
import type { Measured } from '../../../local/lab/measure.ts'
import { page } from '../../../local/lab/report/html.ts'
import { plot } from '../../../local/lab/report/plot.ts'
import { scaleOf } from '../../../local/lab/report/scale.ts'
import { summaryOf } from '../../../local/lab/report/summary.ts'
import { whiskers } from '../../../local/lab/report/whiskers.ts'

const told = { id: 'a', title: 'A <b>', desc: 'what it shows' }
const count = (text: string, part: string): number => text.split(part).length - 1
const horizontals = (svg: string): [number, number][] =>
  [...svg.matchAll(/x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)" class="whisker"/g)]
    .filter(([, , y1, , y2]) => y1 === y2)
    .map(([, x1, , x2]) => [Number(x1), Number(x2)])

describe('an axis', () => {
  it('keeps all values inside, rising, and is marked at round ones', () => {
    const scale = scaleOf([13, 48], [100, 300])
    expect([scale.isLog, scale.ticks]).toEqual([false, [20, 30, 40]])
    expect(scaleOf([1, 100], [0, 10], { even: true }).isLog).toBe(false)
    expect([13, 20, 48].map(scale.at).every((x) => x > 100 && x < 300)).toBe(true)
    expect(scale.at(20)).toBeGreaterThan(scale.at(13))
  })

  it('is logarithmic where the values lie far apart, unless it begins at 0', () => {
    expect(scaleOf([1, 100], [0, 10])).toMatchObject({ isLog: true, ticks: [1, 10, 100] })
    const fromZero = scaleOf([1, 100], [0, 10], { zero: true })
    expect([fromZero.isLog, fromZero.at(0)]).toEqual([false, 0])
  })

  it('has a place for a single value', () => {
    expect(scaleOf([0], [0, 10]).at(0)).toBeGreaterThanOrEqual(0)
    expect(Number.isFinite(scaleOf([5], [0, 10]).at(5))).toBe(true)
  })
})

describe('a drawing of all policies', () => {
  const values = [{ mean: 10, half: 2 }, { mean: 30, half: null }, null, { mean: 20, half: 4 }]
  const svg = whiskers(told, ['a', 'b', 'c', 'd'], [{ title: 'first', values }])

  it('has an interval for each that knows one, as wide as it is, and a mark for each value', () => {
    const spans = horizontals(svg)
    expect(spans).toHaveLength(2)
    const [narrow, wide] = spans.map(([from, to]) => to - from)
    expect(wide! / narrow!).toBeCloseTo(2, 1)
    expect(count(svg, 'class="mark')).toBe(3)
  })

  it('is named and described', () => {
    expect(svg).toContain('aria-labelledby="a-t a-d"')
    expect(svg).toContain('<title id="a-t">A &lt;b></title><desc id="a-d">what it shows</desc>')
  })
})

describe('a scatter plot', () => {
  const point = { x: { mean: 5, half: 1 }, y: { mean: 90, half: 3 } }
  const other = { x: { mean: 9, half: null }, y: { mean: 70, half: null } }

  it('draws both intervals of a point, none of one seed, and a line for what is wanted', () => {
    const series = [{ title: 'ours', joined: true, points: [point, other] }]
    const svg = plot(told, { x: 'alerts', y: 's' }, series, [{ title: 'wanted', axis: 'y', value: 80 }])
    expect([count(svg, 'class="whisker"'), count(svg, '<polyline'), count(svg, 'class="limit"')]).toEqual([
      2, 1, 1,
    ])
    expect(horizontals(svg)).toHaveLength(1)
  })
})

const measured = (over: Partial<Measured>): Measured => ({
  firstS: 90,
  firstP90S: 140,
  overBound: 1.1,
  inTime: 0.9,
  covered: 1,
  alertsPerIncident: 2,
  alertsPerArrival: 2,
  alertsPerReached: null,
  arrivalsPerReached: null,
  redundant: 0.5,
  alertsPerVolunteerDay: 0.2,
  swapsPerIncident: 0.2,
  ...over,
})
const two = (workload: string, policy: string, over: Partial<Measured>) =>
  summaryOf({ workload, policy, seeds: [measured(over), measured({ ...over, firstS: 95 })] })

describe('the page', () => {
  const city = [
    two('City hot-700', 'one at a time (greedy)', { overBound: 1.06, swapsPerIncident: 0 }),
    two('City hot-700', 'ours', { overBound: 1.015, swapsPerIncident: 1.6 }),
    two('City hot-700', 'ours, a swap wins 60 s', { overBound: 1.03, swapsPerIncident: 0.28 }),
  ]
  const density = ['7 + replace', 'ours'].map((policy) =>
    two('Density 5/km²', policy, { swapsPerIncident: null }),
  )
  const html = page('lab', [...density, ...city], [])

  it('shows five measures of every policy of every workload with their intervals', () => {
    const drawings = html.split('<svg').filter((svg) => svg.includes('every policy'))
    expect(drawings.map((svg) => horizontals(svg).length)).toEqual([2 * 5, 3 * 5])
  })

  it('names and describes every drawing, each with ids of its own', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(2 * count(html, '<svg'))
    for (const [, named] of html.matchAll(/aria-labelledby="([^"]+)"/g))
      expect(ids).toEqual(expect.arrayContaining(named!.split(' ')))
  })

  it('is readable in the dark', () => {
    expect(html).toContain('prefers-color-scheme:dark')
    expect(html).not.toMatch(/(?:fill|stroke)="#/)
  })

  it('says of a city what is wanted, what is the best within the swaps allowed, and why', () => {
    expect(html).toContain('Lowest: 1.015 with 1.60 swaps (ours).')
    expect(html).toContain('Within 0.3 swaps: 1.030 with 0.28 swaps (ours, a swap wins 60 s).')
    expect(html).toContain('Wanted: 1.02, reached only by more swaps than are allowed.')
    const missed = page('lab', [city[0]!], [])
    expect(missed).toContain('Wanted: 1.02, missed by every policy.')
  })
})
