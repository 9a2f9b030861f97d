import type { Logger } from '#contracts/runtime/log.ts'

/** A piece of work that waits for its turn. */
export interface Piece {
  /** The same piece waits or runs once only. */
  id: string
  /** Lower goes first; equals in the order in which they came. */
  rank: number
  work: () => Promise<unknown>
}

interface Lane {
  running: Set<string>
  waiting: Piece[]
}

export interface LaneOptions {
  /** How many pieces of one lane run at once. */
  most: number
  /** How many may wait in one lane; what finds no place is left to whoever knows of it durably. */
  longest: number
  log: Logger
}

/**
 * One lane for each partner: whoever is slow fills his own and no other's, and nobody comes back again and again to ask for
 * a free place. Lanes are memory only and may be lost with the process.
 */
export const createLanes = ({ most, longest, log }: LaneOptions) => {
  const lanes = new Map<string, Lane>()
  const ends = new Set<Promise<void>>()
  let closed = false

  const laneOf = (key: string): Lane => {
    const lane = lanes.get(key) ?? { running: new Set(), waiting: [] }
    lanes.set(key, lane)
    return lane
  }

  const advance = (key: string): void => {
    const lane = laneOf(key)
    while (lane.running.size < most) {
      const piece = lane.waiting.shift()
      if (piece === undefined) break
      run(key, lane, piece)
    }
    if (lane.running.size === 0) lanes.delete(key)
  }

  const run = (key: string, lane: Lane, { id, work }: Piece): void => {
    lane.running.add(id)
    const end = work()
      .catch((err: unknown) => log.warn({ err, lane: key }, 'an attempt failed: left to the courier'))
      .then(() => {
        lane.running.delete(id)
        ends.delete(end)
        advance(key)
      })
    ends.add(end)
  }

  return {
    /** False when it found no place. A lane that is full gives up its last piece for one that goes before it. */
    enter: (key: string, piece: Piece): boolean => {
      if (closed) return false
      const { running, waiting } = laneOf(key)
      if (running.has(piece.id) || waiting.some(({ id }) => id === piece.id)) return true
      if (waiting.length >= longest) {
        if ((waiting.at(-1)?.rank ?? 0) <= piece.rank) return false
        waiting.pop()
      }
      const behind = waiting.findIndex(({ rank }) => rank > piece.rank)
      waiting.splice(behind === -1 ? waiting.length : behind, 0, piece)
      advance(key)
      return true
    },

    /** How many run and how many wait. */
    lengths: (key: string): { running: number; waiting: number } => ({
      running: lanes.get(key)?.running.size ?? 0,
      waiting: lanes.get(key)?.waiting.length ?? 0,
    }),

    /** Resolves when nothing runs and nothing waits. */
    settled: async (): Promise<void> => {
      while (ends.size > 0) await Promise.all(ends)
    },

    /** Lets go of what waits, and waits for what runs. */
    close: async (): Promise<void> => {
      closed = true
      for (const { waiting } of lanes.values()) waiting.length = 0
      await Promise.all(ends)
    },
  }
}
export type Lanes = ReturnType<typeof createLanes>
