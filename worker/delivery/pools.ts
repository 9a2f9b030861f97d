import { Pool } from 'undici'
import type { Target } from './egress.ts'

const MOST_CONNECTIONS = 4

/** Connects to the checked address and to no other, whatever the name means by now. */
const pinnedTo =
  ({ address, family }: Target) =>
  (_host: string, options: { all?: boolean }, done: LookupDone): void =>
    options.all === true ? done(null, [{ address, family }]) : done(null, address, family)

type LookupDone = (
  error: Error | null,
  address: string | { address: string; family: number }[],
  family?: number,
) => void

/** Kept connections, at most four for each partner, to one checked address at a time. */
export const createPools = (deadlineMs: number) => {
  const pools = new Map<string, { to: string; pool: Pool }>()

  const open = (target: Target): Pool =>
    new Pool(target.url.origin, {
      connections: MOST_CONNECTIONS,
      pipelining: 1,
      headersTimeout: deadlineMs,
      bodyTimeout: deadlineMs,
      keepAliveTimeout: 10_000,
      connect: { timeout: deadlineMs, lookup: pinnedTo(target) },
    })

  return {
    /** The partner's pool for this target; one to an address that he has left is closed when its requests are done. */
    of: (partnerId: string, target: Target): Pool => {
      const to = `${target.url.origin} ${target.address}`
      const held = pools.get(partnerId)
      if (held?.to === to) return held.pool
      if (held) held.pool.close(() => undefined)
      const pool = open(target)
      pools.set(partnerId, { to, pool })
      return pool
    },
    close: async (): Promise<void> => {
      await Promise.all([...pools.values()].map(({ pool }) => pool.destroy()))
    },
  }
}
export type Pools = ReturnType<typeof createPools>
