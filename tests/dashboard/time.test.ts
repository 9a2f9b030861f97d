import { expect, test } from 'vitest'
import { agoOf, duration } from '../../dashboard/src/time/duration.ts'
import {
  clockSeconds,
  longMoment,
  longMonth,
  monthsUntil,
  shortMoment,
} from '../../dashboard/src/time/wita.ts'

test.each([
  [0, '00:00'],
  [372, '06:12'],
  [372.9, '06:12'],
  [3600, '1:00:00'],
  [93_600, '26:00:00'],
  [-138, '02:18'],
])('%d s reads %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text)
})

test.each([
  [59, { unit: 'now' }],
  [60, { unit: 'minutes', count: 1 }],
  [3599, { unit: 'minutes', count: 59 }],
  [7200, { unit: 'hours', count: 2 }],
  [90_000, { unit: 'days', count: 1 }],
])('%d s ago', (seconds, ago) => {
  expect(agoOf(seconds)).toEqual(ago)
})

test('a moment is said in full, in the time of Kupang', () => {
  expect(longMoment('2026-01-17T06:05:00.000Z', 'id')).toBe('Sabtu, 17 Januari 2026 pukul 14.05 WITA')
  expect(longMoment('2026-01-17T06:05:00.000Z', 'en')).toBe('Saturday, 17 January 2026 at 14:05 WITA')
})

test('the day changes at midnight in Kupang, not in Greenwich', () => {
  expect(longMoment('2026-12-31T16:00:00.000Z', 'id')).toBe('Jumat, 1 Januari 2027 pukul 00.00 WITA')
  const now = '2026-01-17T15:59:00.000Z'
  expect(shortMoment('2026-01-17T06:05:00.000Z', now, 'id')).toBe('14.05')
  expect(shortMoment('2026-01-16T15:59:00.000Z', now, 'id')).toBe('16 Jan 23.59')
  expect(shortMoment('2026-01-16T16:00:00.000Z', now, 'id')).toBe('00.00')
})

test('seconds are shown where they matter', () => {
  expect(clockSeconds('2026-01-17T06:05:10.000Z', 'id')).toBe('14.05.10')
})

test('months are named, and counted back over the turn of a year in Kupang', () => {
  expect(monthsUntil('2026-01-31T16:00:00.000Z', 3)).toEqual(['2026-02', '2026-01', '2025-12'])
  expect([longMonth('2026-01', 'id'), longMonth('2025-12', 'en')]).toEqual(['Januari 2026', 'December 2025'])
})
