import { isSafe, start, stepsFrom, type Shortcut, type World } from './claims-model.ts'

// Beyond this the versions only repeat what was seen: a bound that keeps the search finite.
const MAX_VERSION = 5

/** Searches every order of steps. Returns the first unsafe world's number of steps, or null, and how many worlds were seen. */
export const search = (
  incidentsOfWriters: readonly number[],
  wrong: Shortcut | null,
): { unsafeAfter: number | null; worlds: number } => {
  const seen = new Set<string>()
  let frontier: World[] = [start(incidentsOfWriters)]
  for (let steps = 0; frontier.length > 0; steps += 1) {
    const next: World[] = []
    for (const world of frontier) {
      if (!isSafe(world)) return { unsafeAfter: steps, worlds: seen.size }
      for (const after of stepsFrom(world, wrong)) {
        if (after.incidents.some(({ version }) => version > MAX_VERSION)) continue
        const key = JSON.stringify(after)
        if (!seen.has(key)) {
          seen.add(key)
          next.push(after)
        }
      }
    }
    frontier = next
  }
  return { unsafeAfter: null, worlds: seen.size }
}
