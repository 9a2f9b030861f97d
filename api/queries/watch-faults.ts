import { plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import { WATCH_LEASE } from '#contracts/store/heartbeats.ts'
import { LATE_S } from '#contracts/store/watch.ts'
import type { Context } from '../context.ts'

/** What the platform neglects, and what ails the calls to people who look at no screen. */
export const watchFaults = {
  action_missing: 'An open incident waits for nothing: nobody will look at it unless somebody does now.',
  action_late: 'What an incident waits for is more than 15 s late.',
  watch_silent: 'The watch gives no sign of life: alarms go to the screens only.',
  gateway_away: 'A gateway takes no alarms: people on call are not told.',
} as const
export type WatchFault = keyof typeof watchFaults

const earliest = (since: readonly (Instant | null)[]): Instant | null =>
  since.filter((at) => at !== null).toSorted()[0] ?? null

/** What of it stands now, since when. An installation that never had a watch misses none. */
export const lookForWatchFaults = async (
  { watchQueries, heartbeats, clock }: Context,
  agencyId: string,
): Promise<{ code: WatchFault; since: Instant | null }[]> => {
  const now = clock.now().toISOString()
  const [forgotten, late, watch, gateways] = await Promise.all([
    watchQueries.forgotten([agencyId]),
    watchQueries.late(plusSeconds(now, -LATE_S), agencyId),
    heartbeats.until(WATCH_LEASE),
    watchQueries.failingGateways(),
  ])
  const found: { code: WatchFault; since: Instant | null }[] = []
  const [missing] = forgotten.found
  const [overdue] = late.found
  if (missing !== undefined) found.push({ code: 'action_missing', since: missing.state.changedAt })
  if (overdue !== undefined) found.push({ code: 'action_late', since: overdue.nextDueAt })
  if (watch !== null && watch < now) found.push({ code: 'watch_silent', since: watch })
  if (gateways.length > 0)
    found.push({ code: 'gateway_away', since: earliest(gateways.map(({ failingSince }) => failingSince)) })
  return found
}
