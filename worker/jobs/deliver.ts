import type { JobData } from '#contracts/wire/jobs.ts'
import type { WorkerContext } from '../context.ts'
import { queueUp } from '../delivery/queue-up.ts'

/**
 * Puts a message into its partner's lane and waits for nothing there: a place in the queue is for the length of a read, so
 * that no partner, however slow, takes a turn from another. A job of an attempt that was made already does nothing.
 */
export const deliverJob = async (
  ctx: WorkerContext,
  { deliveryId, attempt }: JobData<'deliver'>,
): Promise<void> => {
  const delivery = await ctx.deliveries.read(deliveryId)
  if (delivery === null || delivery.attempts.length > attempt) return
  queueUp(ctx, delivery)
}
