import { plusSeconds } from '#contracts/domain/instant.ts'
import type { WorkerContext } from '../context.ts'
import { onLate } from './consequences.ts'

/** A person has to know after 30 s that somebody is still on his way for nothing (I15); a pass may be 2 s away. */
const KNOWN_WITHIN_S = 27
const MOST_AT_A_PASS = 200

/**
 * Alarms for stand-downs that are still on their way, however long the line of a stalled partner is. They go on being
 * tried, and the alarm comes to rest when one arrives.
 */
export const alarmLate = async (ctx: WorkerContext): Promise<void> => {
  const now = ctx.clock.now().toISOString()
  for (const delivery of await ctx.deliveries.lateStandDowns(
    plusSeconds(now, -KNOWN_WITHIN_S),
    MOST_AT_A_PASS,
  )) {
    await onLate(ctx, delivery)
    await ctx.deliveries.alarmed(delivery._id, now)
  }
}
