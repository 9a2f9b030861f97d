import { describe, expect, it } from 'vitest'
import { defaultSla } from '#contracts/domain/sla.ts'
import kupang from '../../../local/data/kupang.json' with { type: 'json' }
import { afterActionOf } from '../../../api/queries/reports/after-action.ts'
import { figuresOf, spreadOf } from '../../../api/queries/reports/month.ts'
import { after, asOf, fact, ledgerOf, reached, reported, storm } from './told.ts'

const report = afterActionOf(asOf(storm(), 95), kupang.kelurahan, defaultSla)
const step = (name: string) => report.steps.find((one) => one.step === name)

describe('after action', () => {
  it('measures each step against its limit', () => {
    expect(step('verified')).toEqual({ step: 'verified', at: after(4), tookS: 120, limitS: 300, late: false })
    // Two minutes from verification to the first offers: the limit is one.
    expect(step('first_offer')).toMatchObject({ tookS: 120, limitS: 60, late: true })
    expect(step('first_acceptance')).toMatchObject({ tookS: 60, late: false })
    expect(step('first_arrival')).toMatchObject({ tookS: 660, limitS: 1800, late: false })
    expect(step('trc_arrived')).toMatchObject({ at: after(30), limitS: null, late: false })
    expect(step('closed')).toMatchObject({ at: null, tookS: null, late: false })
  })

  it('counts people and names none', () => {
    expect(report.people).toMatchObject({ wanted: 4, offered: 5, accepted: 4, arrived: 4, withdrawn: 1 })
    expect(report.journeys.map(({ order, tookS }) => [order, tookS])).toEqual([
      [1, 660],
      [2, 720],
      [3, 720],
      [4, 1260],
    ])
    expect(JSON.stringify(report)).not.toMatch(/vol_|ptn_|asg_|off_|usr_/)
  })

  it('tells where people came from no finer than 500 m', () => {
    expect(report.journeys[0]?.from).not.toEqual({ lat: -10.17, lng: 123.6 })
    expect(Math.abs((report.journeys[0]?.from?.lat ?? 0) + 10.17)).toBeLessThan(0.003)
  })

  it('puts together what one moment brought to many', () => {
    expect(report.timeline.filter(({ what }) => what === 'offered')).toEqual([
      { at: after(6), what: 'offered', count: 5 },
    ])
    expect(report.timeline.find(({ what }) => what === 'needed')?.count).toBe(4)
  })

  it('calls overdue what has not come in its time', () => {
    const waiting = afterActionOf(asOf(ledgerOf('inc_9', [0, reported]), 6), kupang.kelurahan, defaultSla)
    expect(waiting.steps[0]).toMatchObject({ at: null, late: true })
  })
})

describe('the figures of a month', () => {
  it('has the middle one, the one that 90 % do not exceed, and who kept the limit', () => {
    const values = [60, 120, 180, 400].map((tookS) => ({ tookS, limitS: 300 }))
    expect(spreadOf(values)).toEqual({ medianS: 150, p90S: 400, of: 4, inTime: 3 })
    expect(spreadOf([{ tookS: 7, limitS: null }])).toEqual({ medianS: 7, p90S: 7, of: 1, inTime: null })
    expect(spreadOf([])).toEqual({ medianS: null, p90S: null, of: 0, inTime: null })
  })

  it('counts incidents, offers and arrivals from the facts', () => {
    const false_ = ledgerOf(
      'inc_3',
      [7, reported],
      [9, fact('incident.rejected', { reason: 'palsu', note: null })],
    )
    const told = [storm(), false_].map((facts) => asOf(facts, 100))
    const figures = figuresOf('2026-01', after(100), told, defaultSla)
    expect(figures.incidents).toEqual({
      reported: 2,
      verified: 1,
      rejected: 1,
      duplicate: 0,
      referred: 0,
      cancelled: 0,
      open: 1,
      handledIn24h: 1,
    })
    expect(figures.spans.whole).toEqual({ medianS: 16 * 60, p90S: 16 * 60, of: 1, inTime: null })
    expect(figures.spans.verify.inTime).toBe(1)
    expect(figures.people).toMatchObject({
      offers: 5,
      accepted: 4,
      arrived: 4,
      alertsPerArrival: 1.25,
      stalled: 0,
    })
  })

  it('takes who skipped "arrived" for arrived', () => {
    const facts = [...storm().slice(0, -4), ...ledgerOf('inc_1', [40, reached(4, 'completed', 40)])]
    const { people } = afterActionOf(asOf(facts, 95), kupang.kelurahan, defaultSla)
    expect(people).toMatchObject({ arrived: 4, completed: 1 })
  })
})
