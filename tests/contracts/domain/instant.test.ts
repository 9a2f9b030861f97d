import { expect, test } from 'vitest'
import { earliest, Instant, plusSeconds, secondsBetween, toInstant } from '#contracts/domain/instant.ts'

const noon = '2026-01-17T12:00:00.000Z'

test('an instant is UTC with milliseconds, so that it sorts as text', () => {
  expect(Instant.safeParse(noon).success).toBe(true)
  expect(toInstant(new Date(noon))).toBe(noon)
  for (const other of ['2026-01-17T12:00:00Z', '2026-01-17T20:00:00.000+08:00', '2026-01-17', ''])
    expect(Instant.safeParse(other).success).toBe(false)
})

test('seconds are added and counted, back and forth, with fractions', () => {
  expect(plusSeconds(noon, 90.5)).toBe('2026-01-17T12:01:30.500Z')
  expect(plusSeconds(noon, -86_400)).toBe('2026-01-16T12:00:00.000Z')
  expect(secondsBetween(noon, plusSeconds(noon, 90.5))).toBe(90.5)
  expect(secondsBetween(plusSeconds(noon, 1), noon)).toBe(-1)
})

test('the earliest of some moments, if there is any', () => {
  expect(earliest([null, plusSeconds(noon, 1), noon, null])).toBe(noon)
  expect(earliest([null])).toBeNull()
  expect(earliest([])).toBeNull()
})
