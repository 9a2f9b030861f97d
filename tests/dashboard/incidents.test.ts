import { expect, test } from 'vitest'
import { steady, worstFirst } from '../../dashboard/src/panels/incidents/sieve.ts'
import { summary } from './a-summary.ts'

const sos = {
  id: 'sos:a',
  what: 'sos',
  detail: 'sos',
  subject: 'a',
  since: '2026-01-17T06:05:00.000Z',
  acknowledgedAt: null,
} as const

test('the worst comes first: a call for help, then the real before drills, then severity, then the newest', () => {
  const sorted = [
    summary('drill', { severity: 'kritis', drill: true }),
    summary('old'),
    summary('new', { reportedAt: '2026-01-17T07:00:00.000Z' }),
    summary('critical', { severity: 'kritis' }),
    summary('help', { severity: 'rendah', alarms: [sos] }),
    summary('heard', { severity: 'rendah', alarms: [{ ...sos, acknowledgedAt: sos.since }] }),
  ].sort(worstFirst)
  expect(sorted.map(({ id }) => id)).toEqual(['help', 'critical', 'new', 'old', 'heard', 'drill'])
})

test('under the pointer nothing moves: the new come last, the gone leave', () => {
  expect(steady(['a', 'b', 'c'], ['d', 'c', 'a'])).toEqual(['a', 'c', 'd'])
  expect(steady(null, ['d', 'c', 'a'])).toEqual(['d', 'c', 'a'])
})
