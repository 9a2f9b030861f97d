import type { JobData } from '#contracts/wire/jobs.ts'
import type { WorkerContext } from '../context.ts'
import { attemptDelivery } from '../delivery/attempt.ts'
import type { JobOutcome } from './catalogue.ts'

/** One attempt to bring a message to a partner; a job of an attempt that was made already does nothing. */
export const deliverJob = async (
  ctx: WorkerContext,
  { deliveryId, attempt }: JobData<'deliver'>,
): Promise<JobOutcome> => {
  const delivery = await ctx.deliveries.read(deliveryId)
  if (delivery === null || delivery.attempts.length > attempt) return 'done'
  return (await attemptDelivery(ctx, deliveryId)) === 'busy' ? 'later' : 'done'
}
