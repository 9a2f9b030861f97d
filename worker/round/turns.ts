import { isAsking } from '#contracts/domain/incident/moves.ts'
import type { WorkerContext } from '../context.ts'
import { matchedCursor, runRound } from './round.ts'

const LEASE_S = 10
const TRIES = 20
const BETWEEN_TRIES_MS = 100

/**
 * One round of an agency at a time. Inside this process rounds queue up; another process's round is waited for, but not
 * longer than two seconds: two at once are harmless, they only get in each other's way.
 */
const inTurn = (ctx: WorkerContext, agencyId: string, work: () => Promise<void>): Promise<void> =>
  ctx.serial(`round:${agencyId}`, async () => {
    const lease = `round:${agencyId}`
    for (let tries = 1; tries < TRIES && !(await ctx.leases.take(lease, LEASE_S)); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS))
    try {
      await work()
    } finally {
      await ctx.leases.release(lease)
    }
  })

/** A round, unless the agency is matched up to this seq by the time its turn comes: then false. */
export const matchUpTo = async (ctx: WorkerContext, agencyId: string, seq: number): Promise<boolean> => {
  const isMatched = async () => (await ctx.store.cursors.read(matchedCursor(agencyId))) >= seq
  if (await isMatched()) return false
  let isRun = false
  await inTurn(ctx, agencyId, async () => {
    isRun = !(await isMatched())
    if (isRun) await runRound(ctx, agencyId)
  })
  return isRun
}

/** A round, unless the wave of this incident is not due any more by the time its turn comes. */
export const matchWave = (ctx: WorkerContext, agencyId: string, incidentId: string): Promise<void> =>
  inTurn(ctx, agencyId, async () => {
    const { nextWaveAt, status } = (await ctx.store.ledger.load('incident', incidentId))?.state ?? {}
    const isDue = nextWaveAt != null && nextWaveAt <= ctx.clock.now().toISOString()
    if (isDue && status !== undefined && isAsking(status)) await runRound(ctx, agencyId)
  })

/** A round whatever was done before: people may have come back for needs that found nobody. */
export const matchAnyway = (ctx: WorkerContext, agencyId: string): Promise<void> =>
  inTurn(ctx, agencyId, () => runRound(ctx, agencyId))
