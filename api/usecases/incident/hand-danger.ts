import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { positionOf } from '#contracts/domain/whereabouts/believed.ts'
import { barredWay, inForce } from '#contracts/domain/zone/across.ts'
import { createZones, statesOf } from '#contracts/store/zones.ts'
import type { Context } from '../../context.ts'
import { knownPlacesOf } from '../../queries/known-places.ts'
import { matchPolicyOf } from '../../queries/policy.ts'

/** The zones that bar his way to the incident as it is now, all of them named. @throws Refusal `danger_zone` */
export type MustBeNamed = (state: Incident, now: Instant) => string[]

/**
 * A danger zone bars a choice by hand too, by where the volunteer is believed to be now; but the command post may know of a
 * way around. Whoever sends him all the same names the zones: one that was drawn since he was warned warns again.
 */
export const dangerToName = async (
  context: Context,
  agencyId: string,
  volunteer: Volunteer,
  named: readonly string[],
): Promise<MustBeNamed> => {
  const at = context.clock.now()
  const zones = statesOf(await createZones(context.store.models).open(agencyId, at.toISOString()))
  if (zones.length === 0) return () => []
  const [policy, places] = await Promise.all([
    matchPolicyOf(context, agencyId),
    knownPlacesOf(context, agencyId),
  ])
  const from = positionOf(volunteer, places, at, policy)
  return ({ place, drill }, now) => {
    const barred = barredWay(volunteer.vehicle, from, place, inForce(zones, drill, now))
    const { zoneIds = [] } = barred ?? {}
    if (zoneIds.some((id) => !named.includes(id))) throw new Refusal('danger_zone', { ...barred })
    return zoneIds
  }
}
