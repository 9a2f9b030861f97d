import { tick } from '#contracts/domain/incident/commands/tick.ts'
import type { JobData } from '#contracts/wire/jobs.ts'
import type { WorkerContext } from '../context.ts'
import { matchWave } from '../round/turns.ts'
import { system } from '../system.ts'

/**
 * What time alone brings about in one incident: unanswered offers expire, missed deadlines become alarms, the next wave
 * is asked. Looks at the state only, so it may come twice, late or for nothing; false when it came for nothing.
 */
export const dueJob = async (
  ctx: WorkerContext,
  { agencyId, incidentId }: Pick<JobData<'due'>, 'agencyId' | 'incidentId'>,
): Promise<boolean> => {
  const doc = await ctx.store.ledger.load('incident', incidentId)
  const now = ctx.clock.now().toISOString()
  if (doc === null || doc.nextDueAt === null || doc.nextDueAt > now) return false
  const op = { opId: `due:${incidentId}:${doc.version}`, agencyId, by: system }
  const { state } = await ctx.store.incidents.change(incidentId, op, (present, at) =>
    tick(present, ctx.store.sla, at),
  )
  if (state.nextWaveAt !== null && state.nextWaveAt <= ctx.clock.now().toISOString())
    await matchWave(ctx, agencyId, incidentId)
  return true
}
