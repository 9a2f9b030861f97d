import { plusSeconds } from '#contracts/domain/instant.ts'
import type { WorkerContext } from '../context.ts'
import { each } from '../each.ts'
import { onLate } from './consequences.ts'

/** A person has to know after 30 s that somebody is still on his way for nothing (I15); a pass may be 2 s away. */
const KNOWN_WITHIN_S = 27
const MOST_AT_A_PASS = 200
const AT_ONCE = 8

/**
 * Alarms for stand-downs that are still on their way, however long the line of a stalled partner is. They go on being
 * tried, and the alarm comes to rest when one arrives. `onAlarmed` is called for each. One that cannot be told keeps no other
 * from being told; throws what went wrong at the end.
 */
export const alarmLate = async (
  ctx: WorkerContext,
  onAlarmed: () => void = () => undefined,
): Promise<void> => {
  const now = ctx.clock.now().toISOString()
  const late = await ctx.deliveries.lateStandDowns(plusSeconds(now, -KNOWN_WITHIN_S), MOST_AT_A_PASS)
  await each(late, AT_ONCE, async (delivery) => {
    await onLate(ctx, delivery)
    await ctx.deliveries.alarmed(delivery._id, now)
    onAlarmed()
  })
}
