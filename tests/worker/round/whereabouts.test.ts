import { describe, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { type AnswerRecord, NO_RECORD } from '#contracts/domain/volunteer/answers.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import { candidateOf, type People } from '../../../worker/round/candidates.ts'
import { positionOf } from '#contracts/domain/whereabouts/believed.ts'
import type { Whereabouts } from '../../../worker/round/whereabouts.ts'

const NOW = '2026-01-17T05:00:00.000Z'
const ago = (seconds: number) => plusSeconds(NOW, -seconds)
const OEBUFU = { lat: -10.17, lng: 123.62 }
const AREA = { lat: -10.2, lng: 123.6 }

const volunteer: Volunteer = {
  id: 'vol_1',
  agencyId: '5371',
  partnerId: 'ptn_1',
  ref: 'Grab-17',
  personKey: 'person',
  vehicle: 'motorcycle',
  skills: [],
  channel: 'webhook',
  duty: 'on',
  standing: 'active',
  declaredArea: null,
  registeredAt: ago(90_000),
  dutySince: ago(7200),
  dutySpans: [],
  trainedUntil: null,
  insuredUntil: null,
  sosAt: null,
  changedAt: ago(7200),
}
const nowhere: Whereabouts = {
  fixes: new Map(),
  tracks: new Map(),
  trips: new Set(),
  places: new Map(),
  areas: new Map(),
}
const fix = (seconds: number) => new Map([['vol_1', { ...OEBUFU, accuracyM: null, at: ago(seconds) }]])
const place = (seconds: number) =>
  new Map([['vol_1', { _id: 'vol_1', agencyId: '5371', ...OEBUFU, accuracyM: 100, at: ago(seconds) }]])
const areas: Whereabouts['areas'] = new Map([
  [
    '53.71.01.1001',
    {
      code: '53.71.01.1001',
      name: 'Namosain',
      aliases: [],
      kecamatan: 'Alak',
      kecamatanCode: '53.71.01',
      hazards: [],
      ...AREA,
    },
  ],
])
const position = (known: Partial<Whereabouts>, over: Partial<Volunteer> = {}) =>
  positionOf({ ...volunteer, ...over }, { ...nowhere, ...known }, new Date(NOW), defaultMatchPolicy)

describe('the position of a volunteer', () => {
  it('is the live fix, also without a stated accuracy', () => {
    expect(position({ fixes: fix(10), places: place(300), areas })).toMatchObject({
      source: 'live',
      ageS: 10,
    })
  })

  it('is the coarse place when Redis was emptied, never as live', () => {
    expect(position({ places: place(30) })).toMatchObject({ source: 'recent', uncertaintyM: 250 })
    expect(position({ places: place(600) }, { declaredArea: '53.71.01.1001' })?.source).toBe('recent')
  })

  it('is the declared kelurahan when no fix is fresh', () => {
    const declared = { declaredArea: '53.71.01.1001' }
    expect(position({ fixes: fix(4000), places: place(4000), areas }, declared)).toMatchObject({
      source: 'declared',
      ...AREA,
      uncertaintyM: 1500,
    })
  })

  it('is where he was last seen on this duty when he declared nothing', () => {
    expect(position({ places: place(4000) })).toMatchObject({ source: 'declared', ...OEBUFU })
    expect(position({ places: place(9000) })).toBeNull()
  })

  it('is unknown when nothing is known', () => {
    expect(position({})).toBeNull()
    expect(position({ areas }, { declaredArea: 'elsewhere' })).toBeNull()
  })
})

const silent = (...seconds: number[]): AnswerRecord => ({
  ...NO_RECORD,
  lately: { silences: seconds.map(ago), answeredAt: null },
})

describe('a candidate', () => {
  const partner: NonNullable<ReturnType<People['partners']['get']>> = {
    id: 'ptn_1',
    agencyId: '5371',
    ref: 'mitra',
    name: 'Mitra',
    sandbox: false,
    url: 'https://mitra.example/',
    status: 'enabled',
    secrets: [],
    createdAt: NOW,
    changedAt: NOW,
  }
  const people: People = {
    volunteers: [volunteer],
    records: new Map(),
    partners: new Map([['ptn_1', partner]]),
    bound: new Set(),
    service: { asked: new Map(), served: new Map(), lastTaskAt: new Map() },
    answers: new Map(),
    whereabouts: nowhere,
    refusals: new Map(),
    silent: new Set(),
  }
  const candidate = (over: Partial<People> = {}, who: Partial<Volunteer> = {}) =>
    candidateOf({ ...volunteer, ...who }, { ...people, ...over }, new Date(NOW), defaultMatchPolicy)

  it('knows what the ledger tells of him', () => {
    const service = {
      asked: new Map([['vol_1', 3]]),
      served: new Map([['vol_1', 2]]),
      lastTaskAt: new Map([['vol_1', ago(60)]]),
    }
    expect(candidate({ service, bound: new Set(['person']) })).toMatchObject({
      askedToday: 3,
      servedThisWeek: 2,
      claimed: true,
      dutyS: 7200,
      restUntil: new Date(plusSeconds(NOW, 840)),
    })
  })

  it('knows what he refused a moment ago', () => {
    expect(candidate({ refusals: new Map([['vol_1', 'inc_1']]) })?.refused).toBe('inc_1')
    expect(candidate()?.refused).toBeNull()
  })

  it.each([
    ['an endpoint', {}, {}, true],
    ['no endpoint', { url: null }, {}, false],
    ['no endpoint, but a link', { url: null }, { channel: 'link' }, true],
    ['a disabled partner', { status: 'disabled' }, { channel: 'link' }, false],
  ] as const)('with %s is reachable or not', (_, of, who, reachable) => {
    const partners = new Map([['ptn_1', { ...partner, ...of }]])
    expect(candidate({ partners }, who)?.channelHealthy).toBe(reachable)
  })

  it('is not reachable while his partner takes nothing', () => {
    expect(candidate({ silent: new Set(['ptn_1']) })?.channelHealthy).toBe(false)
  })

  it('knows how often in a row he kept silent, until his phone shows that it is reached', () => {
    const answers = new Map([['vol_1', silent(3000, 900, 600)]])
    const seen = (known: Partial<Whereabouts>) =>
      candidate({ answers, whereabouts: { ...nowhere, ...known } })?.silences
    expect(seen({ places: place(4000) })).toBe(3)
    expect(seen({ fixes: fix(1000) })).toBe(2)
    expect(seen({ fixes: fix(10) })).toBeUndefined()
    // Where he said that he is tells nothing of his phone.
    expect(candidate({ answers }, { declaredArea: '53.71.01.1001', dutySince: ago(10) })?.silences).toBe(3)
    expect(candidate()).not.toHaveProperty('silences')
  })

  it('is one person by all his records, and another one in drills', () => {
    const all = ['vol_1', 'vol_2', 'vol_toy'].map((id) => ({ ...volunteer, id, partnerId: id }))
    const partners = new Map(
      all.map(({ id }) => [id, { ...partner, id, sandbox: id === 'vol_toy' }] as const),
    )
    const answers = new Map([
      ['vol_1', silent(300)],
      ['vol_2', silent(600)],
      ['vol_toy', silent(60, 90, 120)],
    ])
    const seen = (id: string) =>
      candidate({ records: new Map([['person', all]]), partners, answers }, { id, partnerId: id })?.silences
    expect(['vol_1', 'vol_2', 'vol_toy'].map(seen)).toEqual([2, 2, 3])
    answers.set('vol_2', { ...NO_RECORD, lately: { silences: [], answeredAt: ago(200) } })
    expect(['vol_1', 'vol_2', 'vol_toy'].map(seen)).toEqual([undefined, undefined, 3])
  })

  it('without a partner is none', () => {
    expect(candidate({ partners: new Map() })).toBeNull()
  })
})
