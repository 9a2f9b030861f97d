/** Chance that a seed repeats (mulberry32): the same seed draws the same faults and the same decisions. */
export interface Chance {
  /** 0 ≤ x < 1. */
  next: () => number
  /** A whole number from 0 up to, not including, `below`. */
  int: (below: number) => number
  /** True so many times in a hundred. */
  oneIn: (percent: number) => boolean
  pick: <T>(from: readonly T[]) => T
  between: (least: number, most: number) => number
}

export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (below: number): number => Math.floor(next() * below)
  return {
    next,
    int,
    oneIn: (percent) => next() * 100 < percent,
    pick: (from) => {
      const one = from[int(from.length)]
      if (one === undefined) throw new RangeError('nothing to pick from')
      return one
    },
    between: (least, most) => least + next() * (most - least),
  }
}
