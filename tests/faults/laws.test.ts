import { describe, expect, it } from 'vitest'
import {
  answered,
  areJudged,
  CALM_MOST_S,
  recovered,
  slackMsOf,
  SLOWEST_MOST_MS,
} from '../../local/faults/bounds.ts'
import { catalogue, createDraw, ROUND } from '../../local/faults/faults/draw.ts'
import type { Ground } from '../../local/faults/ground/ground.ts'
import { say, unplayedLine, type CycleLine } from '../../local/faults/line.ts'
import type { Evidence } from '../../local/faults/oracle/evidence.ts'
import { disclosure, TOO_NEAR_M } from '../../local/faults/oracle/laws/disclosure.ts'
import { inTime } from '../../local/faults/oracle/laws/in-time.ts'
import { screenLag } from '../../local/faults/oracle/screen-lag.ts'
import { saySummary, summaryOf } from '../../local/faults/summary.ts'
import { at, evidence, fact, named } from './given.ts'

const span = (from: number, until: number) => ({ from: from * 1000, until: until * 1000 })
const faultNamed = (name: string) => catalogue.filter((one) => one.name === name)

const missed = (s: number) => [fact(s, 'deadline.missed', { what: 'trc', dueAt: at(300) })]
const wave = (s: number, next: number | null) =>
  fact(s, 'wave.opened', { nextWaveAt: next === null ? null : at(next) })

describe('what time brings about', () => {
  const offer = fact(100, 'offer.created', { offerId: 'of_1', expiresAt: at(200) })
  const ended = (s: number) => [offer, fact(s, 'offer.expired', { offerId: 'of_1' })]
  it('ends an offer within 15 s, what the machine is granted, and as long as something was wrong', () => {
    expect(inTime(evidence(ended(215)))).toEqual([])
    expect(named(inTime(evidence(ended(216))))).toEqual(['I9'])
    expect(inTime(evidence(ended(219), { slackMs: 4000 }))).toEqual([])
    const disturbed = [span(190, 205), span(195, 210), span(900, 990)]
    expect(inTime(evidence(ended(235), { disturbed }))).toEqual([])
    expect(named(inTime(evidence(ended(236), { disturbed })))).toEqual(['I9'])
  })
  it('ends nothing before its time, and tells no deadline as missed that is still to come', () => {
    const said = { offerId: 'of_1', reason: 'no_answer' }
    expect(named(inTime(evidence([offer, fact(199, 'offer.expired', said)])))).toEqual(['I9'])
    expect(inTime(evidence([offer, fact(199, 'offer.expired', { ...said, reason: 'undelivered' })]))).toEqual(
      [],
    )
    expect(named(inTime(evidence(missed(299))))).toEqual(['I9'])
    expect(inTime(evidence(missed(300)))).toEqual([])
  })
  it('opens the next wave in time, from when it was needed', () => {
    expect(inTime(evidence([wave(100, 130), wave(145, null), wave(900, null)]))).toEqual([])
    expect(named(inTime(evidence([wave(100, 130), wave(146, null)])))).toEqual(['I9'])
    const again = fact(300, 'assignment.released', { assignmentId: 'as_1' })
    expect(inTime(evidence([wave(100, 130), again, wave(315, null)]))).toEqual([])
    expect(named(inTime(evidence([wave(100, 130), again, wave(316, null)])))).toEqual(['I9'])
  })
})

describe('before a yes', () => {
  const place = { lat: -10.1702, lng: 123.6268 }
  const told = (lat: number): Evidence => ({
    ...evidence([]),
    dump: { ...evidence([]).dump, incidents: [{ _id: 'inc_1', agencyId: '5371', version: 1, pending: [], nextDueAt: null, state: { number: 'KJ:1', place } }] },
    heard: [{ at: 0, partner: 'cepat', id: 'm', type: 'offer.created', data: { incident: { code: 'KJ:1' }, place: { lat, lng: place.lng } } }],
  }) // prettier-ignore
  it('a place nearer than 50 m is told too exactly, whatever its last digits', () => {
    const away = (metres: number) => place.lat + metres / 111_320
    expect(named(disclosure(told(place.lat)))).toEqual(['I12'])
    expect(named(disclosure(told(away(TOO_NEAR_M - 1))))).toEqual(['I12'])
    expect(disclosure(told(away(TOO_NEAR_M + 1)))).toEqual([])
  })
})

it('screens are judged 5 s after the last that happened, not before', () => {
  const lag = { law: 'I14' as const, subject: 'a screen', what: 'is behind' }
  const look = (lookedAt: number, slackMs = 0) =>
    screenLag([lag], { lookedAt, quietAt: 1000, facts: [fact(2, 'incident.noted', {})], slackMs })
  expect(look(6999)).toEqual([])
  expect(look(7000)).toEqual([lag])
  expect(look(7000, 1)).toEqual([])
})

describe('bounds', () => {
  const undisturbed = { calmS: 2, calmSlowestMs: 500 }
  it('are granted what the machine took undisturbed', () => {
    expect(recovered(17_000, undisturbed)).toEqual([])
    expect(named(recovered(17_001, undisturbed))).toEqual(['I8'])
    expect(named(recovered(null, undisturbed))).toEqual(['I8'])
    expect(answered(faultNamed('freeze redis'), 4500, undisturbed)).toEqual([])
    expect(named(answered(faultNamed('freeze redis'), 4501, undisturbed))).toEqual(['I8'])
    expect(answered(faultNamed('freeze mongo'), 9000, undisturbed)).toEqual([])
    expect(slackMsOf(2)).toBe(6000)
  })
  it('are not judged on a machine that is too slow by itself, and that proves nothing about them', () => {
    const redis = faultNamed('freeze redis')
    const slow = { calmS: CALM_MOST_S + 1, calmSlowestMs: 500 }
    const choked = { calmS: 2, calmSlowestMs: SLOWEST_MOST_MS + 1 }
    expect(areJudged(redis, undisturbed)).toBe(true)
    expect([areJudged(redis, slow), recovered(39_000, slow)]).toEqual([false, []])
    expect([areJudged(redis, choked), answered(redis, 14_000, choked)]).toEqual([false, []])
    // Whoever waits for MongoDB is not asked how long.
    expect(areJudged(faultNamed('freeze mongo'), choked)).toBe(true)
    expect(named(recovered(null, slow))).toEqual(['I8'])
    expect(slackMsOf(CALM_MOST_S + 50)).toBe(slackMsOf(CALM_MOST_S))
  })
})

describe('the draw', () => {
  const ground = { disks: { mongo: { isOwn: true }, redis: { isOwn: true } } } as Ground
  const drawn = (cycles: number, seed: number): string[] => {
    const draw = createDraw({ seed, cycles, only: [] })
    return Array.from({ length: cycles }, (_, i) => draw(i + 1, ground).map(({ name }) => name)).flat()
  }
  it.each([1, 47])('gives everything its turn in one round, by seed %i', (seed) => {
    const names = drawn(ROUND, seed)
    expect(catalogue.filter(({ name }) => !names.includes(name)).map(({ name }) => name)).toEqual([])
    expect(drawn(ROUND, seed)).toEqual(names)
  })
  it('leaves what takes long out of a short run', () => {
    const longest = new Map(catalogue.map(({ name, lastsMs }) => [name, lastsMs[1]]))
    expect(drawn(15, 1).filter((name) => (longest.get(name) ?? 0) > 9000)).toEqual([])
  })
})

it('a run in which a process ended by itself, or nothing was mended, is not good', () => {
  const sometimes = { lost_race: 1, repeated_op: 1, seq_collision: 1, placed_twice: 1 }
  const mends = { claimsFreed: 1, filesFlushed: 1, dueTimes: 1 }
  const about = { cycle: 1, seed: 1, commit: '', engine: '' }
  const line: CycleLine = { ...unplayedLine(about, ''), broken: [], counts: true, sometimes, mends }
  const lines = (last: Partial<CycleLine>): CycleLine[] => [
    ...Array.from({ length: 14 }, () => ({ ...line, mends: {} })),
    { ...line, ...last },
  ]
  const of = (last: Partial<CycleLine>) => summaryOf(lines(last), { wanted: 15, drawn: true })
  expect(of({}).ok).toBe(true)
  expect(of({ crashes: 1 }).ok).toBe(false)
  expect(of({ mends: { claimsFreed: 1, filesFlushed: 1 } }).missing).toEqual(['dueTimes'])
})

it('cycles on a machine that is too slow by itself prove nothing about bounds, and a run says so', () => {
  const line = {
    ...unplayedLine({ cycle: 1, seed: 1, commit: '', engine: '' }, ''),
    broken: [],
    counts: true,
  }
  const lines = [
    { ...line, recoveryS: 3, judged: { bounds: true } },
    { ...line, recoveryS: 30, judged: { bounds: false } },
    // Older lines do not say.
    { ...line, recoveryS: 16 },
  ]
  const summary = summaryOf(lines, { wanted: 3, drawn: false })
  expect([summary.boundsJudged, summary.beyond15S]).toEqual([1, 2])
  expect(saySummary(summary)).toContain('bounds were judged in 1 of 3 cycles that count')
  expect(say({ ...line, judged: { bounds: false } })).toContain('slow machine: not judged')
})
