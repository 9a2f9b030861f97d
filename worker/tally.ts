import { type Found, type LoopName, takenUpBy } from './loops/plan.ts'

export interface PassCounts {
  /** Passes that failed. */
  failed: number
  /** What was found undone and done, by what it was. */
  takenUp: ReadonlyMap<Found, number>
}

const loops = Object.keys(takenUpBy) as LoopName[]

/** What the loops of this process did, since its start; everything that may come about stands in it, at nothing. */
export const createTally = () => {
  const takenUp = new Map(
    loops.map((loop) => [loop, new Map<Found, number>(takenUpBy[loop].map((what) => [what, 0]))]),
  )
  const failed = new Map<LoopName, number>()
  return {
    takeUp: (loop: LoopName, what: Found, many: number): void => {
      const own = takenUp.get(loop)
      own?.set(what, (own.get(what) ?? 0) + many)
    },
    fail: (loop: LoopName): void => void failed.set(loop, (failed.get(loop) ?? 0) + 1),
    /** By loop. */
    read: (): [LoopName, PassCounts][] =>
      loops.map((loop) => [loop, { failed: failed.get(loop) ?? 0, takenUp: takenUp.get(loop) ?? new Map() }]),
  }
}
export type Tally = ReturnType<typeof createTally>
