import { each } from '../../worker/each.ts'

/** Chance that a seed repeats (mulberry32). */
export interface Chance {
  /** A whole number from 0 up to, not including, `below`. */
  int: (below: number) => number
}

export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { int: (below) => Math.floor(next() * below) }
}

/** Say `RACE_SEED=…` to repeat a run, `RACE_ROUNDS=200` for a long one. */
const seed = Number(process.env['RACE_SEED'] ?? Math.floor(Math.random() * 1_000_000))
export const ROUNDS = Number(process.env['RACE_ROUNDS'] ?? 16)
const AT_ONCE = 6
const orders = ['in turn', 'race', 'race', 'race', 'in reverse', 'race', 'race', 'race'] as const

/** One playing of a race. A few go one after the other, so that each ending is seen on the slowest machine too. */
export interface Turn extends Chance {
  round: number
  order: (typeof orders)[number]
}

/** To be said at the head of each file. */
export const saySeed = (file: string): void => console.log(`races, ${file}: RACE_SEED=${seed}`)

/** Plays a race many times over, some beside one another, each with chance of its own. */
export const rounds = (play: (turn: Turn) => Promise<void>, count = ROUNDS): Promise<void> =>
  each(
    Array.from({ length: count }, (_, round) => round),
    AT_ONCE,
    async (round) => {
      try {
        const order = orders[round % orders.length] ?? 'race'
        await play({ ...chanceOf(seed * 1000 + round), round, order })
      } catch (error) {
        throw new Error(`round ${round} with RACE_SEED=${seed}: ${String(error)}`, { cause: error })
      }
    },
  )
