import { expect, test } from 'vitest'
import { meet, ringOf, type Memory, type Scene } from '../../dashboard/src/panels/alarms/ring.ts'
import { isUrgent, sentenceOf } from '../../dashboard/src/panels/alarms/sentence.ts'
import { id as words } from '../../dashboard/src/text/id.ts'

type Incident = Scene['incidents'][number]
const AT = '2026-01-17T06:05:00.000Z'

const critical = (change: Partial<Incident> = {}): Incident => ({
  id: 'k1',
  version: 1,
  number: 'KJ-2026-0001',
  status: 'reported',
  hazard: 'banjir',
  severity: 'kritis',
  place: { lat: -10.17, lng: 123.6, kelurahan: null, doubt: false },
  title: 'Oebufu',
  drill: false,
  reportedAt: AT,
  changedAt: AT,
  nextDueAt: null,
  slots: { wanted: 0, filled: 0 },
  openOffers: 0,
  alarms: [],
  ...change,
})
const alarm = (
  what: 'sos' | 'stalled' | 'undelivered' | 'deadline',
  acknowledgedAt: string | null = null,
) => ({
  id: `${what}:a`,
  what,
  detail: what === 'deadline' ? 'verify' : what,
  subject: 'a',
  since: AT,
  acknowledgedAt,
  incidentId: 'k1',
  volunteerId: null,
  number: null,
  drill: false,
})
const scene = (change: Partial<Scene> = {}): Scene => ({
  alarms: [],
  faults: [],
  incidents: [],
  silentSince: null,
  ...change,
})
const fresh: Memory = { met: new Map(), opened: new Set(), spoken: new Set() }
const rings = (now: Scene, memory: Partial<Memory> = {}): boolean => ringOf(now, { ...fresh, ...memory }).ring

test('quiet when nothing stands', () => {
  expect(ringOf(scene(), fresh)).toEqual({ ring: false, say: [] })
})

test.each(['sos', 'stalled', 'undelivered'] as const)('%s rings until it is acknowledged', (what) => {
  expect(rings(scene({ alarms: [alarm(what)] }))).toBe(true)
  expect(rings(scene({ alarms: [alarm(what, AT)] }))).toBe(false)
})

test('a missed deadline is said, without a sound', () => {
  const { ring, say } = ringOf(scene({ alarms: [alarm('deadline')] }), fresh)
  expect([ring, say.length]).toEqual([false, 1])
})

test('the silence of the system rings: a fault, and a link that is lost', () => {
  expect(rings(scene({ faults: [{ code: 'mongo_away', since: AT }] }))).toBe(true)
  expect(rings(scene({ silentSince: 1 }))).toBe(true)
})

test('a critical incident rings when it appears, not when it was there before', () => {
  const here = meet(null, [critical()])
  const now = scene({ incidents: [critical(), critical({ id: 'k2' })] })
  expect(rings(now, { met: null })).toBe(false)
  const { say } = ringOf(now, { ...fresh, met: meet(here, now.incidents) })
  expect(say.map(({ key }) => key)).toEqual(['critical/k2'])
})

test('one that becomes critical while the screen is open is new', () => {
  const here = meet(null, [critical({ severity: 'tinggi' })])
  expect(rings(scene({ incidents: [critical()] }), { met: meet(here, [critical()]) })).toBe(true)
})

test('a new critical incident rings until it is opened here or verified', () => {
  const met = meet(new Map(), [critical()])
  expect(rings(scene({ incidents: [critical()] }), { met, opened: new Set(['k1']) })).toBe(false)
  expect(rings(scene({ incidents: [critical({ status: 'verified' })] }), { met })).toBe(false)
})

test('one that comes already verified rings until it is opened or goes on', () => {
  const verified = critical({ status: 'verified' })
  const met = meet(new Map(), [verified])
  expect(rings(scene({ incidents: [verified] }), { met })).toBe(true)
  expect(rings(scene({ incidents: [verified] }), { met, opened: new Set(['k1']) })).toBe(false)
  expect(rings(scene({ incidents: [critical({ status: 'dispatching' })] }), { met })).toBe(false)
})

test('nothing new leaves the memory as it is', () => {
  const met = meet(null, [critical()])
  expect(meet(met, [critical({ status: 'verified' })])).toBe(met)
})

test('every alarm is said once, and goes on ringing', () => {
  const now = scene({ alarms: [alarm('sos')] })
  const spoken = new Set(ringOf(now, fresh).say.map(({ key }) => key))
  expect(ringOf(now, { ...fresh, spoken })).toEqual({ ring: true, say: [] })
})

test('one alarm is one sentence with the place; only a call for help and a critical incident interrupt', () => {
  const incidents = [critical()]
  const met = meet(new Map(), incidents)
  const fromNew = ringOf(scene({ incidents }), { ...fresh, met }).say
  expect(sentenceOf(words, fromNew)).toBe('Kejadian kritis baru: banjir, Oebufu')
  expect(isUrgent(fromNew)).toBe(true)
  const stalled = ringOf(scene({ incidents, alarms: [alarm('stalled')] }), fresh).say
  expect(sentenceOf(words, stalled)).toBe('Pencarian buntu: banjir, Oebufu')
  expect(isUrgent(stalled)).toBe(false)
})

test('a storm is one sentence with the count', () => {
  const now = scene({
    alarms: [alarm('stalled'), { ...alarm('stalled'), id: 'stalled:b' }, alarm('sos')],
    faults: [{ code: 'redis_away', since: null }],
  })
  expect(sentenceOf(words, ringOf(now, fresh).say)).toBe(
    '4 peringatan: 1 butuh bantuan darurat, 2 pencarian buntu, 1 gangguan sistem',
  )
})
