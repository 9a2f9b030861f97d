import { describe, expect, it } from 'vitest'
import { mean } from '../../../local/lab/measure.ts'
import { playSearches } from '../../../local/lab/search/workload.ts'
import { type Case, densityPeople, taxiPeople, type Truth } from '../../../local/lab/populations.ts'
import { ours } from '../../../local/lab/policies/ours.ts'
import { broadcast, replacing } from '../../../local/lab/policies/published.ts'
import { everybody, slower } from '../../../local/lab/policies/withdraw.ts'
import { clairvoyantS, runSearch } from '../../../local/lab/search/run.ts'
import type { History } from '../../../local/lab/search/view.ts'

const HISTORY: History = { people: [], repliesS: [], accepted: 0, came: 0 }
const yes = (afterS: number, comes = true): Truth => ({ says: 'yes', afterS, comes })
const no = (afterS: number): Truth => ({ says: 'no', afterS, comes: false })
/** People a minute apart, with what they will say. */
const people = (...truths: Truth[]): Case => ({
  truths,
  people: truths.map((_, n) => ({
    travelS: 60 * (n + 1),
    answers: { accepted: 0, declined: 0, silent: 0 },
  })),
})
const play = (one: Case, policy = replacing(1)) => runSearch(one, policy(HISTORY))

describe('a search in virtual time', () => {
  it('replaces a refusal and counts from the report', () => {
    expect(play(people(no(10), yes(5)))).toEqual({
      firstArrivalS: 10 + 5 + 120,
      alerts: 2,
      acceptances: 1,
      redundant: 0,
      arrivals: 1,
    })
  })

  it('lets a quicker yes come first and counts it as redundant', () => {
    expect(play(people(yes(30), no(9), yes(5)), replacing(3))).toMatchObject({
      firstArrivalS: 90,
      acceptances: 2,
      redundant: 1,
    })
  })

  it('calls the others off at the first yes where the policy says so', () => {
    const one = people(yes(30), no(9), yes(5))
    expect(play(one, replacing(3, everybody))).toMatchObject({ firstArrivalS: 185, redundant: 0 })
    expect(play(one, replacing(3, slower))).toMatchObject({ firstArrivalS: 90 })
  })

  it('misses who does not come when he should be there, and asks again', () => {
    expect(play(people(yes(10, false), yes(10)))).toMatchObject({
      firstArrivalS: 10 + 60 + 10 + 120,
      alerts: 2,
      arrivals: 1,
    })
  })

  it('ends when nobody is left', () => {
    expect(play(people(no(1), no(1)), broadcast(20))).toMatchObject({ firstArrivalS: null, alerts: 2 })
  })

  it('is never better than whoever knows everything', () => {
    const one = people(no(9), yes(30), yes(5))
    expect(clairvoyantS(one)).toBe(150)
    expect(clairvoyantS(people(no(1)))).toBeNull()
  })
})

describe('the simulator itself', () => {
  const incidents = 120
  const over = (workload: string, population: ReturnType<typeof taxiPeople>) =>
    [1, 2, 3, 4].map((seed) =>
      playSearches({ name: workload, population }, incidents, seed, {
        seven: replacing(7),
        ours: ours({ fill: 'quickest_yes' }),
      }),
    )

  it('needs near 32 alerts per arrival of taxi drivers picked without regard to their chances', () => {
    const alerts = mean(over('taxi', taxiPeople(50)).map((one) => one.get('seven')!.alertsPerArrival!))
    expect(alerts).toBeGreaterThan(29)
    expect(alerts).toBeLessThan(36)
  })

  it('counts alerts and arrivals by the incident that somebody came to', () => {
    const population = taxiPeople(1)
    const one = playSearches({ name: 'taxi', population }, 40, 1, { seven: replacing(7) })
    const { alertsPerReached, arrivalsPerReached, ...seven } = one.get('seven')!
    expect(alertsPerReached).toBeCloseTo(seven.alertsPerIncident / seven.covered, 9)
    expect(alertsPerReached! / arrivalsPerReached!).toBeCloseTo(seven.alertsPerArrival!, 9)
    expect(arrivalsPerReached).toBeGreaterThanOrEqual(1)
  })

  it('rewards learning where people differ, from their answers alone', () => {
    const alerts = mean(over('taxi', taxiPeople(0.3)).map((one) => one.get('ours')!.alertsPerArrival!))
    expect(alerts).toBeLessThan(16)
  })

  it('gives every policy the same people: the bound is the same and nobody beats it', () => {
    for (const one of over('density', densityPeople(5, 4))) {
      expect(one.get('ours')!.overBound).toBeGreaterThanOrEqual(1)
      expect(one.get('seven')!.overBound).toBeGreaterThanOrEqual(1)
      expect(one.get('clairvoyant bound')!.overBound).toBe(1)
      expect(one.get('ours')!.alertsPerIncident).toBeLessThan(one.get('seven')!.alertsPerIncident)
    }
  })

  it('is the same again with the same seed', () => {
    const [once, again] = [1, 2].map(() => JSON.stringify([...over('density', densityPeople(5, 4))[0]!]))
    expect(once).toBe(again)
  })
})
