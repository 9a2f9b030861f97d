import { isLive } from '#contracts/domain/incident/read.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import type { Claim } from '#contracts/store/documents.ts'
import type { WorkerContext } from '../context.ts'
import { each } from '../each.ts'
import type { LoopPlan, TakeUp } from './plan.ts'

/** Far above what a city has in the field at once: the oldest claims belong to people at work and must not hide others. */
const MOST = 20_000

const freeDead = async (
  ctx: WorkerContext,
  incidentId: string,
  claims: readonly Claim[],
  takeUp: TakeUp,
): Promise<void> => {
  const state = (await ctx.store.ledger.load('incident', incidentId))?.state
  const dead = claims.filter(({ offerId }) => state === undefined || !isLive(state, offerId))
  if (dead.length > 0) await ctx.store.flush('incident', incidentId)
  // `free` looks again at the file as it is by then, and follows the protocol.
  for (const claim of dead) if ((await ctx.store.claims.free(claim)) === 'freed') takeUp('claimsFreed')
}

/**
 * People bound to an offer that never was, or is over: whoever bound them died before setting them free. Freeing too
 * early would be safe too, it only makes a writer who is alive begin anew.
 */
export const reconcilerLoop = (ctx: WorkerContext): LoopPlan => ({
  name: 'reconciler',
  everyMs: ctx.config.reconcileAfterS * 500,
  leaseS: ctx.config.reconcileAfterS * 0.4,
  run: async (_signal, takeUp) => {
    const before = plusSeconds(ctx.clock.now().toISOString(), -ctx.config.reconcileAfterS)
    const claims = await ctx.store.claims.olderThan(before, MOST)
    const byIncident = new Map<string, Claim[]>()
    for (const claim of claims)
      byIncident.set(claim.incidentId, [...(byIncident.get(claim.incidentId) ?? []), claim])
    await each([...byIncident], 8, ([incidentId, own]) => freeDead(ctx, incidentId, own, takeUp))
  },
})
