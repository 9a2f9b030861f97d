import { describe, expect, it } from 'vitest'
import { lognormal, mulberry32, randomOf } from '../../../local/simulator/random.ts'

const take = (random: () => number, count: number) => Array.from({ length: count }, random)

describe('luck', () => {
  it('is the same for the same seed, as mulberry32 gives it', () => {
    expect(take(mulberry32(1), 3)).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522])
    expect(take(randomOf(7, 'd1'), 5)).toEqual(take(randomOf(7, 'd1'), 5))
  })

  it('differs by seed and by name', () => {
    expect(take(randomOf(7, 'd1'), 5)).not.toEqual(take(randomOf(8, 'd1'), 5))
    expect(take(randomOf(7, 'd1'), 5)).not.toEqual(take(randomOf(7, 'd2'), 5))
  })

  it('spreads evenly over [0, 1)', () => {
    const drawn = take(randomOf(1, 'even'), 10_000)
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...drawn)).toBeLessThan(1)
    expect(drawn.reduce((sum, one) => sum + one, 0) / drawn.length).toBeCloseTo(0.5, 1)
  })

  it('draws lognormal numbers around their median', () => {
    const random = randomOf(1, 'wait')
    const drawn = Array.from({ length: 2001 }, () => lognormal(random, 40, 0.6)).toSorted((a, b) => a - b)
    expect(drawn[0]).toBeGreaterThan(0)
    expect(drawn[1000]).toBeGreaterThan(36)
    expect(drawn[1000]).toBeLessThan(44)
  })
})
