import { chanceOf, type Chance } from '../../races/chance.ts'

/** Chance that is said aloud: `LIVE_SEED=…` repeats a run. */
export const seeded = (what: string): Chance => {
  const seed = Number(process.env['LIVE_SEED'] ?? Math.floor(Math.random() * 1_000_000))
  console.log(`live, ${what}: LIVE_SEED=${seed}`)
  return chanceOf(seed)
}
