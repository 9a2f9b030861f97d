import { chanceOf, type Chance } from '../../races/chance.ts'

/** Plays with chance that is said aloud, also in the message of a failure: `LIVE_SEED=…` repeats a run. */
export const seeded =
  (what: string, play: (chance: Chance) => Promise<void>): (() => Promise<void>) =>
  async () => {
    const seed = Number(process.env['LIVE_SEED'] ?? Math.floor(Math.random() * 1_000_000))
    console.log(`live, ${what}: LIVE_SEED=${seed}`)
    try {
      await play(chanceOf(seed))
    } catch (error) {
      throw new Error(`with LIVE_SEED=${seed}: ${String(error)}`, { cause: error })
    }
  }
