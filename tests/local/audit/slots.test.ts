import { describe, expect, it } from 'vitest'
import { createReplay } from '../../../local/audit/replay.ts'
import type { FactRow, Fault } from '../../../local/audit/shapes.ts'
import { createSlots } from '../../../local/audit/slots.ts'

type Step = [type: string, data?: Record<string, unknown>]

const BEGUN = Date.parse('2026-01-17T06:00:00.000Z')
const MINUTE = 60_000

/** A search for two people with its facts a second apart, looked at so many minutes after the last one. */
const audited = (steps: readonly Step[], minutesLater: number) => {
  const faults: Fault[] = []
  const accuse = (fault: Fault): void => void faults.push(fault)
  const replay = createReplay(accuse)
  const slots = createSlots(replay.incidents, accuse)
  const all: Step[] = [
    ['incident.reported', { number: 'KJ-1' }],
    ['need.added', { needId: 'nd_1', quantity: 2 }],
    ['incident.verified'],
    ['incident.dispatched'],
    ...steps,
  ]
  all.forEach(([type, data = {}], i) => {
    const at = new Date(BEGUN + i * 1000).toISOString()
    const place = { _id: `fct_${i}`, agencyId: '5371', seq: i + 1, hash: '', version: i + 1, index: 0 }
    const fact: FactRow = { ...place, kind: 'incident', entityId: 'inc_1', type, at, data }
    slots.step(fact, () => replay.step(fact))
  })
  const count = slots.count(BEGUN + all.length * 1000 + minutesLater * MINUTE)
  return { ...count, laws: faults.map(({ law }) => law) }
}

const wave = (considered: number, reasons: object): Step => [
  'wave.opened',
  { needs: [{ needId: 'nd_1', considered, reasons }] },
]
const offer = (n: number): Step => [
  'offer.created',
  { offerId: `of_${n}`, needId: 'nd_1', volunteerId: `vol_${n}` },
]
/** As this release tells it: a wave with its number and how many it asked, and its offers. */
const counted = (considered: number, reasons: object, asked: number[]): Step[] => [
  ['wave.opened', { wave: 1, needs: [{ needId: 'nd_1', considered, reasons, asked: asked.length }] }],
  ...asked.map((n): Step => ['offer.created', { ...offer(n)[1], wave: 1 }]),
]
const accepted = (n: number): Step => [
  'offer.accepted',
  { offerId: `of_${n}`, assignmentId: `as_${n}`, needId: 'nd_1', slot: n, volunteerId: `vol_${n}` },
]
const declined = (n: number): Step => ['offer.declined', { offerId: `of_${n}`, volunteerId: `vol_${n}` }]
const stalled = (considered: number, reasons: object, remedies = ['hand_over']): Step => [
  'need.stalled',
  { needId: 'nd_1', considered, reasons, remedies },
]

describe('unfilled slots explain themselves', () => {
  it('waits a moment for the round, and then wants a word', () => {
    expect(audited([], 1)).toEqual({ unfilled: 2, asked: 0, told: 0, justOpened: 2, laws: [] })
    expect(audited([], 3)).toEqual({ unfilled: 2, asked: 0, told: 0, justOpened: 0, laws: ['I9'] })
  })

  it('counts those for whom somebody is asked, and the wave tells of the rest', () => {
    expect(audited([wave(5, { off_duty: 3 }), offer(1), offer(2)], 3)).toMatchObject({ asked: 2, laws: [] })
    const told = audited([wave(4, { off_duty: 3 }), offer(1)], 3)
    expect(told).toMatchObject({ unfilled: 2, asked: 1, told: 1, laws: [] })
    expect(audited([['wave.opened'], offer(1)], 3).laws).toEqual(['I9'])
    expect(audited([wave(1, { off_duty: 3 }), offer(1)], 3).laws).toEqual(['I9'])
  })

  it('adds up what a wave says: those asked and those with a reason are everybody looked at', () => {
    expect(audited(counted(4, { off_duty: 3 }, [1]), 3)).toMatchObject({ asked: 1, told: 1, laws: [] })
    expect(audited(counted(40, {}, [1]), 3).laws).toEqual(['I9'])
    expect(audited(counted(40, { off_duty: 38 }, [1]), 3).laws).toEqual(['I9'])
    const older: Step[] = [offer(1), ...counted(0, {}, [])]
    expect(audited(older, 3).laws).toEqual(['I9'])
  })

  it('wants another word once somebody of the wave was lost', () => {
    const lost = [wave(2, {}), offer(1), offer(2), declined(1)]
    expect(audited(lost, 3).laws).toEqual(['I9'])
    expect(audited([...lost, wave(2, { already_asked: 1, off_duty: 1 })], 3)).toMatchObject({
      told: 1,
      laws: [],
    })
    const gone: Step[] = [...lost.slice(0, 3), accepted(1), ['assignment.failed', { assignmentId: 'as_1' }]]
    expect(audited(gone, 3).laws).toEqual(expect.arrayContaining(['I9']))
  })

  it('takes a stall only with a reason for everybody looked at, and with what would help', () => {
    const asked = [wave(1, {}), offer(1), declined(1), wave(1, { already_asked: 1 })]
    expect(audited(asked, 3).laws).toEqual(['I9'])
    expect(audited([...asked, stalled(1, { already_asked: 1 })], 3)).toMatchObject({ told: 2, laws: [] })
    expect(audited([...asked, stalled(0, {})], 3)).toMatchObject({ told: 2, laws: [] })
    expect(audited([...asked, stalled(2, { already_asked: 1 })], 3).laws).toEqual(['I9'])
    expect(audited([...asked, stalled(1, { already_asked: 1 }, [])], 3).laws).toEqual(['I9'])
  })

  it('forgets what was said when the search begins anew', () => {
    const asNew: Step[] = [stalled(0, {}), ['search.repeated'], ['need.asking', { needId: 'nd_1' }]]
    expect(audited(asNew, 1)).toMatchObject({ told: 0, justOpened: 2, laws: [] })
    expect(audited(asNew, 3).laws).toEqual(['I9'])
  })

  it('asks no word for what is filled, dropped or under control', () => {
    const filled = [offer(1), offer(2), accepted(1), accepted(2)]
    expect(audited(filled, 3)).toMatchObject({ unfilled: 0, laws: [] })
    expect(audited([['need.dropped', { needId: 'nd_1' }]], 3)).toMatchObject({ unfilled: 0, laws: [] })
    expect(audited([['incident.controlled']], 3)).toMatchObject({ unfilled: 0, laws: [] })
  })
})
