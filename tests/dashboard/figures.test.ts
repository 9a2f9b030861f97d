import { expect, test } from 'vitest'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { figuresOf, median } from '../../dashboard/src/panels/incidents/figures.ts'
import { peopleFigures } from '../../dashboard/src/panels/incidents/people-figures.ts'
import { reportedAt } from './an-incident.ts'

const now = Date.parse('2026-01-17T06:30:00.000Z')
const ago = (minutes: number): string => new Date(now - minutes * 60_000).toISOString()

const reported = reportedAt(ago(10))
const incident = (change: Partial<Incident> = {}): Incident => ({ ...reported, ...change })

const need = (status: 'asking' | 'stalled', quantity: number): Incident['needs'][number] => ({
  id: `nd_${status}`,
  task: 'pantau',
  vehicle: 'any',
  skill: null,
  quantity,
  status,
  openSince: ago(5),
  stalled: null,
})

const alarm = (what: 'deadline' | 'undelivered', detail: string): Incident['alarms'][number] => ({
  id: `${what}:${detail}`,
  what,
  detail,
  subject: 'x',
  since: ago(1),
  acknowledgedAt: null,
})

test('a median is the middle, or halfway between the two in the middle', () => {
  expect(median([])).toBeNull()
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 2, 10])).toBe(3)
})

test('open incidents are counted by severity; those that ended and drills are not', () => {
  const { active } = figuresOf(
    [
      incident({ severity: 'kritis' }),
      incident({ severity: 'kritis', drill: true }),
      incident({ status: 'closed' }),
      incident({ reportedAt: ago(90) }),
    ],
    now,
  )
  expect(active).toEqual({
    count: 2,
    lastHour: 2,
    bySeverity: { kritis: 1, tinggi: 0, sedang: 1, rendah: 0 },
  })
})

test('a report that waits longer than it may is late', () => {
  const { unverified } = figuresOf([incident(), incident({ reportedAt: ago(2) })], now)
  expect(unverified).toEqual({ count: 2, late: 1 })
})

test('empty slots, stalled needs, missed deadlines and messages that did not arrive', () => {
  const figures = figuresOf(
    [
      incident({
        status: 'dispatching',
        needs: [need('asking', 3), need('stalled', 2)],
        alarms: [
          alarm('deadline', 'accept'),
          alarm('deadline', 'arrive'),
          alarm('undelivered', 'stand_down'),
        ],
      }),
      incident({ alarms: [alarm('deadline', 'review')] }),
      incident({ status: 'cancelled', alarms: [alarm('undelivered', 'cancelled')] }),
      incident({ status: 'closed', alarms: [{ ...alarm('undelivered', 'over'), acknowledgedAt: ago(0) }] }),
      incident({ status: 'cancelled', drill: true, alarms: [alarm('undelivered', 'drill')] }),
    ],
    now,
  )
  expect(figures.slots).toEqual({ free: 5, wanted: 5, stalled: 1 })
  expect(figures.overdue).toMatchObject({ count: 1, worst: { status: 'dispatching' } })
  expect(figures.undelivered).toBe(2)
})

test('the first response counts from the report, over ended incidents too', () => {
  const { response } = figuresOf(
    [
      incident({ respondingAt: ago(4) }),
      incident({ status: 'closed', respondingAt: ago(8) }),
      incident({ respondingAt: null }),
    ],
    now,
  )
  expect(response).toEqual({ medianS: 240, of: 2 })
})

test('a withdrawn offer was never a question that somebody left unanswered', () => {
  const { answered } = figuresOf(
    [incident({ tally: { accepted: 20, declined: 10, expired: 10, withdrawn: 40 } })],
    now,
  )
  expect(answered).toEqual({ share: 0.75, open: 0 })
  const few = incident({ tally: { accepted: 9, declined: 0, expired: 0, withdrawn: 0 } })
  expect(figuresOf([few], now).answered.share).toBeNull()
})

const volunteer = (id: string, change: Partial<Volunteer> = {}) =>
  ({ id, duty: 'on', standing: 'active', ...change }) as Volunteer

const seen = (at: string) => ({ lat: -10, lng: 123, accuracyM: null, at })

test('everybody who is there is counted once, by what he does; an old position is said', () => {
  const people = [
    volunteer('free'),
    volunteer('lost'),
    volunteer('area'),
    volunteer('asked'),
    volunteer('busy', { duty: 'off' }),
    volunteer('home', { duty: 'off' }),
    volunteer('barred', { standing: 'suspended' }),
  ]
  const bound = new Map([
    ['asked', { state: 'asked' as const, incidentId: 'i' }],
    ['busy', { state: 'on_task' as const, incidentId: 'i' }],
  ])
  const positions = new Map([
    ['free', seen(ago(1))],
    ['lost', seen(ago(6))],
    ['home', seen(ago(60))],
  ])
  expect(peopleFigures(people, bound, positions, now)).toEqual({ onDuty: 3, asked: 1, onTask: 1, stale: 1 })
})
