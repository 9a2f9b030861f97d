import { expect, test } from 'vitest'
import { reportRoutes } from '#contracts/wire/routes/reports.ts'
import { noDamage, notCounted } from '../../world/no-damage.ts'

const { body } = reportRoutes.recordImpact
const taken = (told: object): boolean => body.safeParse(told).success

test('a record may leave open what is not known yet, but tells something', () => {
  expect(taken(noDamage)).toBe(true)
  expect(taken({ ...notCounted, injured: 0 })).toBe(true)
  expect(taken({ ...notCounted, condition: 'Masih gelap.' })).toBe(true)
  expect(taken(notCounted)).toBe(false)
  expect(taken({ ...notCounted, expected: '2026-01-17T06:30:00.000Z' })).toBe(false)
})

test('no number is left out by mistake', () => {
  const { dead: _, ...rest } = noDamage
  expect(taken(rest)).toBe(false)
})
