import { describe, expect, test } from 'vitest'
import { ringOf, smallestRing } from '../../../worker/matching/rings.ts'
import { POLICY } from './given.ts'

const rings = POLICY.ringsEtaS

describe('rings', () => {
  test.each([
    [0, 0],
    [300, 0],
    [301, 1],
    [900, 2],
    [901, 3],
    [99_999, 3],
  ])('an arrival after %i s lies in ring %i', (arrivalS, ring) => {
    expect(ringOf(arrivalS, rings)).toBe(ring)
  })

  test('the smallest that holds enough is asked', () => {
    expect(smallestRing([0, 0, 1, 3], 2, 0, rings)).toBe(0)
    expect(smallestRing([0, 0, 1, 3], 3, 0, rings)).toBe(1)
  })

  test('never a smaller one than the incident has come to', () => {
    expect(smallestRing([0, 0, 1, 3], 2, 2, rings)).toBe(2)
  })

  test('the whole city comes last, also when it holds too few', () => {
    expect(smallestRing([0, 0, 1, 3], 4, 0, rings)).toBe(3)
    expect(smallestRing([], 1, 0, rings)).toBe(3)
  })

  test('a ring beyond the last is the last, and no number is the first', () => {
    expect(smallestRing([0], 1, 9, rings)).toBe(3)
    expect(smallestRing([0], 1, NaN, rings)).toBe(0)
    expect(smallestRing([0], 1, -1, rings)).toBe(0)
  })

  test('one ring alone is the whole city', () => {
    expect(ringOf(5000, [null])).toBe(0)
    expect(smallestRing([0], 3, 2, [null])).toBe(0)
  })
})
