import { describe, expect, it } from 'vitest'
import { openBook } from '../../../local/simulator/book.ts'
import { drawReaction, drawReadiness, type ReactionKind } from '../../../local/simulator/reaction.ts'
import { randomOf } from '../../../local/simulator/random.ts'
import { defaultSettings } from '../../../local/simulator/settings.ts'
import { driver, settings } from './given.ts'

/** What 50 drivers do with 20 offers each. */
const thousand = (seed: number) => {
  const roster = Array.from({ length: 50 }, (_, n) => driver(`contoh-${n}`))
  return [...openBook(roster, settings({ seed })).drivers.values()].map(({ answers, readiness }) =>
    Array.from({ length: 20 }, () => drawReaction(answers, readiness, defaultSettings.shares)),
  )
}
const share = (kinds: ReactionKind[], kind: ReactionKind) =>
  kinds.filter((one) => one === kind).length / kinds.length

const drawTwo = (scripted?: ReactionKind) => {
  const random = randomOf(1, 'd1')
  const first = drawReaction(random, 0.4, defaultSettings.shares, scripted)
  return { first, second: drawReaction(random, 0.4, defaultSettings.shares) }
}

describe('reactions', () => {
  it.each([1, 2, 3, 7, 42])(
    'at seed %i: of 1,000 offers at least 40 %% are declined, late or ignored',
    (seed) => {
      const kinds = thousand(seed).flatMap((own) => own.map(({ kind }) => kind))
      expect(kinds).toHaveLength(1000)
      expect(1 - share(kinds, 'accept')).toBeGreaterThanOrEqual(0.4)
      for (const kind of ['accept', 'decline', 'silent', 'late'] as const)
        expect(share(kinds, kind)).toBeGreaterThan(0.05)
    },
  )

  it('are the same for the same seed, and others for another', () => {
    expect(thousand(7)).toEqual(thousand(7))
    expect(thousand(7)).not.toEqual(thousand(8))
  })

  it('differ from person to person', () => {
    const yeses = thousand(1).map((own) => own.filter(({ kind }) => kind === 'accept').length)
    expect(Math.max(...yeses) - Math.min(...yeses)).toBeGreaterThanOrEqual(5)
  })

  it('are drawn for each person around the mean of all, as Beta(1.6, 2.4) spreads', () => {
    const random = randomOf(5, 'people')
    const drawn = Array.from({ length: 4000 }, () => drawReadiness(random, defaultSettings.shares))
    const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length
    const spread = Math.sqrt(drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length)
    expect(mean).toBeCloseTo(0.4, 1)
    // √(ab / ((a + b)² (a + b + 1)))
    expect(spread).toBeGreaterThan(0.2)
    expect(spread).toBeLessThan(0.24)
    expect(Math.min(...drawn)).toBeLessThan(0.05)
    expect(Math.max(...drawn)).toBeGreaterThan(0.9)
  })

  it('follow a script without shifting what comes after it', () => {
    expect(drawTwo('late').first.kind).toBe('late')
    expect(drawTwo('late').second).toEqual(drawTwo().second)
  })

  it('come well before an offer dies', () => {
    for (const { kind, afterS } of thousand(1).flat())
      if (kind !== 'late') expect(afterS).toBeLessThanOrEqual(150)
  })

  it.each([
    [{ decline: 0, silent: 0, late: 0 }, 'accept'],
    [{ decline: 100, silent: 0, late: 0 }, 'decline'],
    [{ decline: 0, silent: 100, late: 0 }, 'silent'],
    [{ decline: 0, silent: 0, late: 100 }, 'late'],
  ] as const)('with shares %o everybody does the same', (shares, kind) => {
    const random = randomOf(3, 'd1')
    const readiness = drawReadiness(random, shares)
    for (let n = 0; n < 200; n++) expect(drawReaction(random, readiness, shares).kind).toBe(kind)
  })
})
