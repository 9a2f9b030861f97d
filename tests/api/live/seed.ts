import { chanceOf, type Chance } from '../../races/chance.ts'

/** Say `LIVE_SEED=…` to repeat a run, `LIVE_ROUNDS=30` for a long one. */
const first = Number(process.env['LIVE_SEED'] ?? Math.floor(Math.random() * 1_000_000))
const ROUNDS = Number(process.env['LIVE_ROUNDS'] ?? 1)
/** For all rounds together. On a busy machine they are slow, not wrong. */
export const PATIENCE_MS = ROUNDS * 120_000

/** Plays with chance that is said aloud, also in the message of a failure; each round with the next seed. */
export const seeded =
  (what: string, play: (chance: Chance) => Promise<void>): (() => Promise<void>) =>
  async () => {
    for (let seed = first; seed < first + ROUNDS; seed += 1) {
      console.log(`live, ${what}: LIVE_SEED=${seed}`)
      try {
        await play(chanceOf(seed))
      } catch (error) {
        throw new Error(`with LIVE_SEED=${seed}: ${String(error)}`, { cause: error })
      }
    }
  }
