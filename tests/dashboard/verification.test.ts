import { expect, test } from 'vitest'
import type { FactView } from '#contracts/wire/routes/views.ts'
import { decisionIn, waitingOf } from '../../dashboard/src/panels/verification/waiting.ts'
import { summary } from './a-summary.ts'

const early = '2026-01-17T06:05:00.000Z'
const late = '2026-01-17T07:00:00.000Z'
const nobody = new Map<string, number>()

test('the gravest report comes first however late it came, then whoever has waited longest; drills come last', () => {
  const waiting = waitingOf(
    [
      summary('drill', { severity: 'kritis', drill: true }),
      summary('mild', { severity: 'rendah', reportedAt: early }),
      summary('new', { severity: 'tinggi', reportedAt: late }),
      summary('old', { severity: 'tinggi', reportedAt: early }),
      summary('grave', { severity: 'kritis', reportedAt: late }),
      summary('verified', { severity: 'kritis', status: 'verified' }),
    ],
    nobody,
  )
  expect(waiting.map(({ id }) => id)).toEqual(['grave', 'old', 'new', 'mild', 'drill'])
})

test('a report that was decided here is gone at once, and back when the decision was taken back', () => {
  const decided = new Map([['one', 2]])
  expect(waitingOf([summary('one', { version: 1 })], decided)).toEqual([])
  expect(waitingOf([summary('one', { version: 3 })], decided)).toHaveLength(1)
})

const fact = (type: string, byName: string | null): FactView => ({
  id: `fct_${type}`,
  seq: 1,
  kind: 'incident',
  entityId: 'inc_1',
  agencyId: '5371',
  version: 1,
  index: 0,
  opId: 'op',
  type,
  at: early,
  by: { kind: 'user', id: 'usr_1' },
  data: {},
  byName,
})

test('who decided a report is whoever decided it last', () => {
  const facts = [
    fact('incident.reported', 'Contoh Pelapor'),
    fact('incident.marked_duplicate', 'Contoh Bria'),
    fact('incident.duplicate_undone', 'Contoh Bria'),
    fact('incident.rejected', 'Contoh Lado'),
    fact('incident.noted', 'Contoh Nope'),
  ]
  expect(decisionIn(facts)?.byName).toBe('Contoh Lado')
  expect(decisionIn(facts.slice(0, 1))).toBeUndefined()
})
