import type { PlacedFact } from '#contracts/domain/fact.ts'
import type { Frame, Snapshot } from '#contracts/wire/live.ts'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { audible } from './audience.ts'
import type { Follower } from './follower.ts'
import { readSnapshot } from './snapshot.ts'

const BATCH = 500
/** A screen further back than this starts anew from a snapshot: cheaper than the way. */
const MAX_BACKFILL = 5000

export interface Outlet {
  snapshot: (snapshot: Snapshot) => void
  frame: (frame: Frame) => void
}

/**
 * What one screen is sent: a snapshot unless its cursor is recent, what came since, then every batch of the follower.
 * While it catches up, batches of the follower are not sent but read again from the ledger, so that nothing is sent
 * twice or left out at the crossing.
 */
export const createStream = (context: Context, follower: Follower, caller: () => Caller, outlet: Outlet) => {
  const { agencyId } = caller()
  const is = { live: false, stopped: false }
  let cursor = 0
  let catching: Promise<void> = Promise.resolve()

  const send = (facts: readonly PlacedFact[], to: number): void => {
    outlet.frame({ from: cursor + 1, to, facts: audible(caller(), facts) })
    cursor = to
  }

  const hear = (facts: readonly PlacedFact[], to: number): void => {
    if (is.live && to > cursor)
      send(
        facts.filter(({ seq }) => seq > cursor),
        to,
      )
  }

  const backfill = async (): Promise<void> => {
    while (!is.stopped && cursor < follower.head(agencyId)) {
      const facts = await context.store.cursors.after(agencyId, cursor, BATCH)
      const last = facts.at(-1)
      if (last === undefined) break
      send(facts, last.seq)
    }
    // No await between the check and this line: from here on the follower's batches join without a seam.
    is.live = true
  }

  const begin = async (from: number | null): Promise<void> => {
    is.live = false
    const { seq } = await context.store.cursors.head(agencyId)
    if (from === null || from > seq || seq - from > MAX_BACKFILL) {
      const snapshot = await readSnapshot(context, caller())
      cursor = snapshot.seq
      if (!is.stopped) outlet.snapshot(snapshot)
    } else cursor = from
    await backfill()
  }

  const unlisten = follower.listen(agencyId, hear)
  return {
    /** Starts, or starts again after a hole that the screen has seen. One after the other. */
    start: (from: number | null): Promise<void> => {
      catching = catching.then(async () => {
        await unlisten
        if (!is.stopped) await begin(from)
      })
      return catching
    },
    stop: async (): Promise<void> => {
      is.stopped = true
      is.live = false
      ;(await unlisten)()
    },
  }
}
export type Stream = ReturnType<typeof createStream>
