import { expect, it } from 'vitest'
import { aboutTime, witaDate, witaDateTime, witaTime, witaYear } from '#contracts/wire/time.ts'

it('tells the time of Kupang, with a dot', () => {
  expect(witaDateTime('2026-01-17T06:05:00.000Z')).toBe('Sabtu, 17 Januari 2026 pukul 14.05 WITA')
  expect(witaDateTime('2026-01-17T06:05:00.000Z', 'en')).toBe('Saturday, 17 January 2026 at 14.05 WITA')
  expect(witaTime('2026-01-17T16:00:00.000Z')).toBe('00.00 WITA')
  expect(witaDate('2026-12-31T16:00:00.000Z')).toBe('Jumat, 1 Januari 2027')
  expect([witaYear('2026-12-31T15:59:59.999Z'), witaYear('2026-12-31T16:00:00.000Z')]).toEqual([2026, 2027])
})

it('agrees with the time-zone data of the platform', () => {
  const format = new Intl.DateTimeFormat('id', {
    timeZone: 'Asia/Makassar',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  for (let day = 0; day < 400; day += 1) {
    const at = new Date(Date.UTC(2026, 0, 1, (day * 7) % 24) + day * 86_400_000)
    expect(witaDate(at.toISOString())).toBe(format.format(at))
  }
})

it('rounds what nobody knows exactly', () => {
  expect([3, 61, 240, 7199, 9000].map((seconds) => aboutTime(seconds))).toEqual([
    '± 1 menit',
    '± 1 menit',
    '± 4 menit',
    '± 2 jam',
    '± 2,5 jam',
  ])
})
