import type { WorkerContext } from '../context.ts'
import { inputText, planText } from '../matching/kept.ts'
import { notAskedIn } from '../matching/not-asked.ts'
import type { RoundInput, RoundPlan } from '../matching/types.ts'

/** Needs × volunteers up to which every single reason is kept; above, the counts in the ledger must do. */
const EXPLAINED = 100_000

/**
 * Keeps what a round that changed something was decided from, so that it can be explained and replayed. It is kept after
 * its offers are written: a process that dies in between leaves offers whose round nobody can replay, and harms nobody.
 */
export const keepRound = async (
  ctx: WorkerContext,
  agencyId: string,
  roundId: string,
  input: RoundInput,
  plan: RoundPlan,
): Promise<void> => {
  const needs = input.incidents.reduce((sum, incident) => sum + incident.needs.length, 0)
  const isExplained = needs * input.candidates.length <= EXPLAINED
  await ctx.rounds.keep(
    {
      _id: roundId,
      agencyId,
      at: input.now.toISOString(),
      policyVersion: plan.policyVersion,
      incidentIds: plan.incidents.map(({ incidentId }) => incidentId),
    },
    {
      input: inputText(input),
      plan: planText(plan),
      notAsked: JSON.stringify(isExplained ? notAskedIn(input, plan) : null),
    },
  )
}
