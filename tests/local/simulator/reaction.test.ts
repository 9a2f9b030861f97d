import { describe, expect, it } from 'vitest'
import { openBook } from '../../../local/simulator/book.ts'
import { drawReaction, drawTemper, type ReactionKind } from '../../../local/simulator/reaction.ts'
import { randomOf } from '../../../local/simulator/random.ts'
import { defaultSettings } from '../../../local/simulator/settings.ts'
import { driver } from './given.ts'

/** What 50 drivers do with 20 offers each. */
const thousand = (seed: number) => {
  const roster = Array.from({ length: 50 }, (_, n) => driver(`contoh-${n}`))
  return [...openBook(roster, seed).drivers.values()].map(({ answers, temper }) =>
    Array.from({ length: 20 }, () => drawReaction(answers, temper, defaultSettings.shares)),
  )
}
const share = (kinds: ReactionKind[], kind: ReactionKind) =>
  kinds.filter((one) => one === kind).length / kinds.length

const drawTwo = (scripted?: ReactionKind) => {
  const random = randomOf(1, 'd1')
  const temper = drawTemper(random)
  const first = drawReaction(random, temper, defaultSettings.shares, scripted)
  return { first, second: drawReaction(random, temper, defaultSettings.shares) }
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
    for (let n = 0; n < 200; n++) expect(drawReaction(random, 1.4, shares).kind).toBe(kind)
  })
})
