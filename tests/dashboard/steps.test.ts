import { expect, test } from 'vitest'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { nextToFill } from '../../dashboard/src/panels/incident/next-to-fill.ts'
import { ranked, stepsFor } from '../../dashboard/src/panels/incident/steps.ts'
import { graver } from '../../dashboard/src/panels/shared/severities.ts'
import { reportedAt } from './an-incident.ts'

const at = '2026-01-17T06:05:00.000Z'
const reported: Incident = { ...reportedAt(at), severity: 'tinggi' }
const out: Incident = {
  ...reported,
  status: 'responding',
  needs: [
    {
      id: 'ned_1',
      task: 'pantau',
      vehicle: 'any',
      skill: null,
      quantity: 2,
      status: 'asking',
      openSince: at,
      stalled: null,
    },
  ],
  assignments: [
    {
      id: 'asg_1',
      offerId: 'off_1',
      needId: 'ned_1',
      slot: 0,
      volunteerId: 'vol_1',
      partnerId: 'prt_1',
      channel: 'link',
      state: 'en_route',
      acceptedAt: at,
      etaS: 300,
      times: {},
      lastPoint: null,
      acks: { confirmed: null, stood_down: null },
      sosAt: null,
    },
  ],
}
const everything = (): boolean => true

test('a report waits at the gate', () => {
  expect(stepsFor(reported, everything)).toEqual([
    'verify',
    'needs',
    'reject',
    'escalate',
    'correct',
    'duplicate',
    'refer',
    'cancel',
  ])
})

test('while people are out it cannot be handed over, and they can be called home', () => {
  const steps = stepsFor(out, everything)
  expect(steps).toEqual([
    'needs',
    'askAgain',
    'widen',
    'standDown',
    'control',
    'escalate',
    'correct',
    'cancel',
  ])
})

test('what is gravest is not raised any further', () => {
  expect(stepsFor({ ...reported, severity: 'kritis' }, everything)).not.toContain('escalate')
  expect((['rendah', 'sedang', 'tinggi', 'kritis'] as const).map(graver)).toEqual([
    'sedang',
    'tinggi',
    'kritis',
    null,
  ])
})

test('what has ended offers nothing', () => {
  expect(stepsFor({ ...reported, status: 'closed' }, everything)).toEqual([])
})

test('a role sees only its own steps', () => {
  expect(stepsFor(out, (action) => action === 'incident.stand_down')).toEqual(['standDown', 'cancel'])
  expect(stepsFor(reported, () => false)).toEqual([])
})

test('three steps stand there at once, the rare ones behind them; who is stuck sees the ways to look further', () => {
  const all = stepsFor(out, () => true)
  expect(ranked(out, all)).toMatchObject({ shown: ['needs', 'standDown', 'control'] })
  const stalled = { considered: 3, reasons: {}, remedies: [], since: at }
  const stuck: Incident = { ...out, needs: out.needs.map((need) => ({ ...need, stalled })) }
  expect(ranked(stuck, all).shown).toEqual(['askAgain', 'widen', 'needs'])
  expect([...ranked(out, all).shown, ...ranked(out, all).more].sort()).toEqual(all.toSorted())
})

test('the next step stands first', () => {
  const all = stepsFor(reported, () => true)
  expect(ranked(reported, all)).toMatchObject({ main: 'verify', shown: ['verify', 'needs', 'reject'] })
})

test('the key for sending somebody stands on the first need that lacks people, while they are looked for', () => {
  expect(nextToFill(out)?.id).toBe('ned_1')
  expect(nextToFill({ ...out, status: 'closed' })).toBeUndefined()
  const [need] = out.needs
  if (need === undefined) throw new Error('no need')
  const full = { ...need, quantity: 1 }
  expect(nextToFill({ ...out, needs: [full, { ...need, id: 'ned_2' }] })?.id).toBe('ned_2')
})
