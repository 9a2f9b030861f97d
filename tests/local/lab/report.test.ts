import { describe, expect, it } from 'vitest'
import { intervalOf } from '../../../local/lab/interval.ts'
import { quantile } from '../../../local/lab/measure.ts'
import { labOptions } from '../../../local/lab/options.ts'
import { page } from '../../../local/lab/report/html.ts'
import { summaryOf } from '../../../local/lab/report/summary.ts'
import { tables } from '../../../local/lab/report/table.ts'
import { verdictsOf, wordOf } from '../../../local/lab/targets.ts'
import type { Measured } from '../../../local/lab/measure.ts'

const measured = (over: Partial<Measured>): Measured => ({
  firstS: 90,
  firstP90S: 140,
  overBound: 1.04,
  inTime: 1,
  covered: 1,
  alertsPerIncident: 5,
  alertsPerArrival: 4,
  alertsPerReached: 6,
  arrivalsPerReached: 1.5,
  redundant: 0.5,
  alertsPerVolunteerDay: 0.2,
  swapsPerIncident: null,
  ...over,
})
const of = (workload: string, policy: string, ...seeds: Partial<Measured>[]) =>
  summaryOf({ workload, policy, seeds: seeds.map(measured) })

describe('statistics', () => {
  it('gives the textbook interval: 1, 2, 3 is 2 ± 2.48', () => {
    const interval = intervalOf([1, 2, 3])
    expect(interval?.mean).toBe(2)
    expect(interval?.half).toBeCloseTo(2.484, 2)
  })

  it('knows no spread of one seed, and nothing of none', () => {
    expect(intervalOf([5])).toEqual({ mean: 5, half: null })
    expect(intervalOf([null, NaN])).toBeNull()
  })

  it('takes the quantile among what was seen', () => {
    expect(quantile([5, 1, 4, 2, 3], 0.9)).toBe(5)
    expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3)
  })
})

describe('the verdict on the targets', () => {
  const seven = of('Density 5/km²', '7 + replace', { alertsPerIncident: 8.8, firstS: 91, redundant: 1.2 })

  const verdict = (over: Partial<Measured>) =>
    verdictsOf([seven, of('Density 5/km²', 'ours', over)]).find(({ target }) => target.includes('against'))

  it('is reached only when everything is no worse and a fifth fewer are asked', () => {
    expect(verdict({})?.reached).toBe(true)
    expect(verdict({ alertsPerIncident: 7.5 })?.reached).toBe(false)
    expect(verdict({ firstS: 92 })?.reached).toBe(false)
    expect(verdict({ redundant: 1.3 })?.reached).toBe(false)
    expect(verdict({ covered: 0.99 })?.reached).toBe(false)
  })

  it('tells the rule of the product apart from the one that the brief counts by', () => {
    const told = verdictsOf([
      of('Density 5/km²', 'ours, first yes', { overBound: 1.12 }),
      of('Density 20/km²', 'ours, first yes', { alertsPerIncident: 5.5 }),
      of('Taxi a=0.3', 'ours, first yes', { alertsPerArrival: 27 }),
    ])
    const lines = told.map(({ target, measured: what, reached }) => [target.split(':')[0], what, reached])
    expect(lines).toEqual([
      ['Density 5/km²', '1.120 with 5.00 alerts', false],
      [expect.stringContaining('per doubling'), '1.05x (5.00 to 5.50 from 5 to 20/km²)', false],
      ['Taxi a=0.3', '27.0', false],
    ])
  })

  const taxi = (policy: string, over: Partial<Measured>) => of('Taxi a=50', policy, over)
  const sevenInTaxis = taxi('7 + replace', { alertsPerReached: 33, arrivalsPerReached: 1.1, firstS: 900 })
  const byIncident = (over: Partial<Measured>) =>
    verdictsOf([sevenInTaxis, taxi('ours', over)]).find(({ target }) => target.includes('by the incident'))

  it('compares whom an incident disturbs, and not each arrival alone', () => {
    expect(byIncident({ alertsPerReached: 30, firstS: 400 })?.reached).toBe(true)
    expect(byIncident({ alertsPerReached: 55, firstS: 400 })?.reached).toBe(false)
    expect(byIncident({ alertsPerReached: 30, firstS: 901 })?.reached).toBe(false)
  })

  it('calls a curve a curve where nothing was wanted of it', () => {
    const told = verdictsOf([taxi('ours at 0.1', { alertsPerArrival: 31 })])
    expect(told.map(wordOf)).toEqual(['curve'])
    const html = page('taxi', [], told)
    expect(html).toContain('curve</td>')
    expect(html).not.toContain('reached</td>')
  })

  it('says nothing about workloads that were not played', () => {
    expect(verdictsOf([])).toEqual([])
  })
})

describe('the report', () => {
  const all = [of('Density 5/km²', 'ours', {}, { firstS: 94 }), of('Density 5/km²', 'ours at 0.1', {})]

  it('shows mean and interval in the table', () => {
    expect(tables(all)).toContain('92.0 ±25.4')
    expect(tables(all)).toContain('alerts/incident reached')
  })

  it('is a page that asks nothing of any server and escapes names', () => {
    const html = page('a <b>', [...all, of('x', '"<script>"', {})], [])
    expect(html).not.toMatch(/https?:|<script|src=|@import|url\(/)
    expect(html).toContain('<svg')
    expect(html).toContain('a &lt;b>')
  })
})

describe('the command line', () => {
  it('plays 20 seeds in full and 3 in a hurry', () => {
    expect(labOptions([])).toMatchObject({ seed: 1, seeds: 20, size: 'usual', html: null })
    expect(labOptions(['--quick', '--seed', '7'])).toMatchObject({ seeds: 3, size: 'quick' })
  })

  it('plays all incidents of the brief when they are asked for', () => {
    expect(labOptions(['--full'])).toMatchObject({ seeds: 20, size: 'full' })
    expect(() => labOptions(['--full', '--quick'])).toThrow('contradict')
  })

  it('refuses what is no number', () => {
    expect(() => labOptions(['--seed', 'x'])).toThrow('--seed wants a whole number')
  })
})
