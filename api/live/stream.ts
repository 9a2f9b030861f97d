import type { PlacedFact } from '#contracts/domain/fact.ts'
import type { Frame, Snapshot } from '#contracts/wire/live.ts'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { audible } from './audience.ts'
import type { Follower } from './follower.ts'
import type { Snapshots } from './snapshot.ts'

const BATCH = 500
/** A screen further back than this starts anew from a snapshot: cheaper than the way. */
export const MAX_BACKFILL = 5000

export interface Outlet {
  snapshot: (snapshot: Snapshot) => void
  frame: (frame: Frame) => void
  /** When what was sent so far has left: who catches up does so at his own pace. */
  idle: () => Promise<void>
  /** Something happened to the person at the screen: his rights may be others now. */
  personChanged: () => void
  /** This screen cannot be told any more. The others can. */
  broken: (err: unknown) => void
}

/**
 * What one screen is sent: a snapshot unless its cursor is recent, what came since, then every batch of the follower.
 * While it catches up, batches of the follower are not sent but read again from the ledger, so that nothing is sent
 * twice or left out at the crossing.
 */
export const createStream = (
  context: Context,
  follower: Follower,
  snapshots: Snapshots,
  caller: () => Caller,
  outlet: Outlet,
) => {
  const { agencyId, userId } = caller()
  const is = { live: false, stopped: false }
  let cursor = 0
  let asked = 0
  let catching: Promise<void> = Promise.resolve()

  const send = (facts: readonly PlacedFact[], to: number): void => {
    if (facts[0]?.seq !== cursor + 1) throw new Error(`a screen at ${cursor} was to be told ${facts[0]?.seq}`)
    outlet.frame({ from: cursor + 1, to, facts: audible(caller(), facts) })
    cursor = to
    if (facts.some(({ entityId }) => entityId === userId)) outlet.personChanged()
  }

  const hear = (facts: readonly PlacedFact[], to: number): void => {
    if (!is.live || to <= cursor) return
    try {
      send(
        facts.filter(({ seq }) => seq > cursor),
        to,
      )
    } catch (err) {
      outlet.broken(err)
    }
  }

  const backfill = async (): Promise<void> => {
    await outlet.idle()
    while (!is.stopped && cursor < follower.head(agencyId)) {
      const facts = await context.store.cursors.after(agencyId, cursor, BATCH)
      const last = facts.at(-1)
      if (last === undefined || is.stopped) return
      send(facts, last.seq)
      await outlet.idle()
    }
    // No await between the check and this line: from here on the follower's batches join without a seam.
    is.live = true
  }

  const begin = async (from: number | null): Promise<void> => {
    is.live = false
    const { seq } = await context.store.cursors.head(agencyId)
    if (from === null || from > seq || seq - from > MAX_BACKFILL) {
      const snapshot = await snapshots(caller())
      cursor = snapshot.seq
      if (!is.stopped) outlet.snapshot(snapshot)
    } else cursor = from
    await backfill()
  }

  const unlisten = follower.listen(agencyId, hear)
  return {
    /** Starts, or starts again after a hole that the screen has seen; of several that wait, only the last. */
    start: (from: number | null): Promise<void> => {
      const mine = (asked += 1)
      catching = catching.then(async () => {
        await unlisten
        if (!is.stopped && mine === asked) await begin(from)
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
