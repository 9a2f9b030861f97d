import type { JobData } from '#contracts/wire/jobs.ts'
import type { WorkerContext } from '../context.ts'
import { matchUpTo } from '../round/turns.ts'

/** A round for all open slots of an agency, unless it is matched up to this fact already. */
export const matchJob = async (ctx: WorkerContext, { agencyId, seq }: JobData<'match'>): Promise<void> => {
  await matchUpTo(ctx, agencyId, seq)
}
