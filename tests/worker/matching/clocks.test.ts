import { describe, expect, test } from 'vitest'
import { expiresAt, nextWaveAt } from '../../../worker/matching/clocks.ts'
import { at, NOW, POLICY } from './given.ts'

describe('two clocks', () => {
  test('the next wave comes after 30 s when critical, 45 s else', () => {
    expect(nextWaveAt(NOW, 'kritis', POLICY)).toEqual(at(30))
    expect(nextWaveAt(NOW, 'tinggi', POLICY)).toEqual(at(45))
  })

  test('an offer outlives several waves', () => {
    expect(expiresAt(NOW, 'webhook', POLICY)).toEqual(at(180))
    expect(expiresAt(NOW, 'link', POLICY)).toEqual(at(600))
  })
})
