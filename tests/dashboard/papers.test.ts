import { expect, test } from 'vitest'
import { hoursOf } from '../../dashboard/src/panels/volunteers/hours.ts'
import { isNoDay, lastDay, validUntil } from '../../dashboard/src/panels/volunteers/valid-day.ts'
import { endOfDay } from '../../dashboard/src/time/written.ts'
import { officeEn } from '../../dashboard/src/text/office/en.ts'
import { officeId } from '../../dashboard/src/text/office/id.ts'

test('a last valid day is a day of Kupang, to its end', () => {
  expect(endOfDay('31/01/2027')).toBe('2027-01-31T15:59:59.000Z')
  expect(lastDay('2027-01-31T15:59:59.000Z')).toBe('31/01/2027')
  expect(lastDay('2027-01-31T16:00:00.000Z')).toBe('01/02/2027')
  expect(lastDay(null)).toBe('')
})

test('only what was changed is sent, and emptied means none', () => {
  const known = '2027-01-31T08:12:00.000Z'
  expect(validUntil('31/01/2027', known)).toBeUndefined()
  expect(validUntil('', null)).toBeUndefined()
  expect(validUntil('', known)).toBeNull()
  expect(validUntil('1/2/2027', known)).toBe('2027-02-01T15:59:59.000Z')
})

test('what is no day of the calendar is none, and takes nothing away', () => {
  for (const typed of ['31/02/2027', '01/13/2027', '31/01', '31/01/2027 14.05', 'besok'])
    expect([typed, endOfDay(typed), isNoDay(typed)]).toEqual([typed, null, true])
  expect(validUntil('31/02/2027', '2027-01-31T08:12:00.000Z')).toBeUndefined()
  expect(isNoDay(' ')).toBe(false)
})

test('a limit is whole hours within a day, or none', () => {
  expect(['', ' ', '1', ' 24 '].map(hoursOf)).toEqual([null, null, 1, 24])
  expect(['0', '25', '1.5', '-1', 'dua', '007'].map(hoursOf)).toEqual(Array.from({ length: 6 }))
})

test('hours on duty read as a person says them', () => {
  const said = [officeId, officeEn].map(({ papers }) => [0, 59, 60, 320].map(papers.span))
  expect(said).toEqual([
    ['0 menit', '59 menit', '1 jam', '5 jam 20 menit'],
    ['0 min', '59 min', '1 h', '5 h 20 min'],
  ])
})
