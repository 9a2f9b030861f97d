import { type Dispatcher, Pool } from 'undici'
import type { Address, Target } from './egress.ts'

const MOST_CONNECTIONS = 4

type LookupDone = (
  error: Error | null,
  address: string | { address: string; family: number }[],
  family?: number,
) => void

/** Connects to the checked address and to no other, whatever the name means by now. */
const pinnedTo =
  ({ address, family }: Address) =>
  (_host: string, options: { all?: boolean }, done: LookupDone): void =>
    options.all === true ? done(null, [{ address, family }]) : done(null, address, family)

interface Held {
  origin: string
  to: Address
  pool: Pool
}

export interface PoolOptions {
  deadlineMs: number
  /** Certificates that are trusted besides the usual ones. */
  ca?: string
}

const openPool = (origin: string, to: Address, { deadlineMs, ca }: PoolOptions): Pool =>
  new Pool(origin, {
    connections: MOST_CONNECTIONS,
    pipelining: 1,
    headersTimeout: deadlineMs,
    bodyTimeout: deadlineMs,
    keepAliveTimeout: 10_000,
    connect: { timeout: deadlineMs, lookup: pinnedTo(to), ...(ca === undefined ? {} : { ca }) },
  })

/** Kept connections, at most four for each partner, to one checked address at a time. */
export const createPools = (options: PoolOptions) => {
  const held = new Map<string, Held>()
  /** The address that last did not let us in: of several another one is tried first. */
  const avoided = new Map<string, string>()

  const leave = (partnerId: string): void => {
    // Closed when its requests are done; nobody waits for that.
    held.get(partnerId)?.pool.close(() => undefined)
    held.delete(partnerId)
  }

  /** The address that is in use stays in use while the name still means it: names with several change their order. */
  const of = (partnerId: string, { url, addresses }: Target): Held => {
    const kept = held.get(partnerId)
    if (kept?.origin === url.origin && addresses.some(({ address }) => address === kept.to.address))
      return kept
    leave(partnerId)
    const to = addresses.find(({ address }) => address !== avoided.get(partnerId)) ?? addresses[0]
    const opened = { origin: url.origin, to, pool: openPool(url.origin, to, options) }
    held.set(partnerId, opened)
    return opened
  }

  return {
    request: async (
      partnerId: string,
      target: Target,
      request: Dispatcher.RequestOptions,
    ): Promise<Dispatcher.ResponseData> => {
      const { pool, to } = of(partnerId, target)
      try {
        const response = await pool.request(request)
        avoided.delete(partnerId)
        return response
      } catch (error) {
        avoided.set(partnerId, to.address)
        if (held.get(partnerId)?.pool === pool) leave(partnerId)
        throw error
      }
    },

    close: async (): Promise<void> => {
      await Promise.all([...held.values()].map(({ pool }) => pool.destroy()))
    },
  }
}
export type Pools = ReturnType<typeof createPools>
