import type { WorkerContext } from '../context.ts'
import type { Decided } from '../matching/decide.ts'

/**
 * Keeps what a round that changed something was decided from, so that it can be explained and replayed. It is kept after
 * its offers are written: a process that dies in between leaves offers whose round nobody can replay, and harms nobody.
 */
export const keepRound = async (
  ctx: WorkerContext,
  agencyId: string,
  roundId: string,
  at: Date,
  { plan, texts }: Decided,
): Promise<void> => {
  await ctx.rounds.keep(
    {
      _id: roundId,
      agencyId,
      at: at.toISOString(),
      policyVersion: plan.policyVersion,
      incidentIds: plan.incidents.map(({ incidentId }) => incidentId),
    },
    texts,
  )
}
