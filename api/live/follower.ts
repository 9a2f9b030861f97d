import type { PlacedFact } from '#contracts/domain/fact.ts'
import { startLoop } from '#contracts/runtime/loop.ts'
import { createSubscriberRedis } from '#contracts/runtime/redis.ts'
import type { Closers } from '#contracts/runtime/closers.ts'
import type { Context } from '../context.ts'

const BATCH = 500
/** Without pokes (Redis away) the ledger is looked at this often. */
const POLL_MS = 500

/** Is told batches without a gap. Must not throw: the others want to hear too. */
export type Listener = (facts: readonly PlacedFact[], to: number) => void

interface Watched {
  head: number
  /** When the ledger was last read, in milliseconds that only run forward. */
  lookedAt: number
  listeners: Set<Listener>
}

/** The one follower of the ledger in this process: reads each agency that somebody watches, in order, and tells its listeners. */
export const createFollower = (context: Context, closers: Closers) => {
  const agencies = new Map<string, Watched>()

  const follow = async (agencyId: string): Promise<void> => {
    const agency = agencies.get(agencyId)
    if (agency === undefined) return
    const askedAt = performance.now()
    const facts = await context.store.cursors.after(agencyId, agency.head, BATCH)
    agency.lookedAt = askedAt
    const last = facts.at(-1)
    if (last === undefined) return
    agency.head = last.seq
    for (const listener of agency.listeners) listener(facts, last.seq)
    if (facts.length === BATCH) await follow(agencyId)
  }

  const loop = startLoop({
    name: 'live',
    everyMs: POLL_MS,
    log: context.log,
    run: async () => {
      for (const agencyId of agencies.keys()) await follow(agencyId)
    },
  })
  closers.add('live follower', () => loop.stop())
  const { config, log, keys } = context
  const channels = [keys.poke]
  const pokes = createSubscriberRedis({ url: config.redisUrl, log, channels, onMessage: () => loop.wake() })
  closers.add('live pokes', () => pokes.disconnect())

  return {
    /** Up to which seq the listeners of this agency were told. */
    head: (agencyId: string): number => agencies.get(agencyId)?.head ?? 0,

    /** How old that knowledge is: it grows while the ledger cannot be read. */
    ageMs: (agencyId: string): number => {
      const agency = agencies.get(agencyId)
      return agency === undefined ? 0 : Math.round(performance.now() - agency.lookedAt)
    },

    /** Hears every fact after the present head. Returns what ends it. */
    listen: async (agencyId: string, listener: Listener): Promise<() => void> => {
      if (!agencies.has(agencyId)) {
        const lookedAt = performance.now()
        const { seq } = await context.store.cursors.head(agencyId)
        if (!agencies.has(agencyId)) agencies.set(agencyId, { head: seq, lookedAt, listeners: new Set() })
      }
      const agency = agencies.get(agencyId)
      agency?.listeners.add(listener)
      return () => {
        agency?.listeners.delete(listener)
        if (agency?.listeners.size === 0) agencies.delete(agencyId)
      }
    },
  }
}
export type Follower = ReturnType<typeof createFollower>
