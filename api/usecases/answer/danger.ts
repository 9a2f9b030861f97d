import { incidentFacts } from '#contracts/domain/incident/facts.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Point } from '#contracts/domain/place.ts'
import { barredWay, inForce } from '#contracts/domain/zone/across.ts'
import type { Store } from '#contracts/store/store.ts'
import { createZones, statesOf } from '#contracts/store/zones.ts'

/** Whether danger zones keep somebody, who was believed to be at `from`, from an incident as it is now. */
export type IsBarred = (state: Incident, from: Point | null, now: Instant) => boolean

/** Where he was believed to be when he was asked; null when nobody knew. */
export const whereAsked = async (
  store: Store,
  incidentId: string,
  offerId: string,
): Promise<Point | null> => {
  const made = await store.cursors.offerMade(incidentId, offerId)
  return made === null ? null : incidentFacts['offer.created'].parse(made.data).position
}

/** Judged as an open offer is when a zone is drawn (worker/round/barred.ts): by where he was when he was asked. */
export const barredByZones = async (
  store: Store,
  agencyId: string,
  volunteerId: string,
): Promise<IsBarred> => {
  const zones = statesOf(await createZones(store.models).open(agencyId, store.now()))
  if (zones.length === 0) return () => false
  const vehicle = (await store.ledger.load('volunteer', volunteerId))?.state.vehicle
  if (vehicle === undefined) return () => false
  return ({ place, drill }, from, now) => barredWay(vehicle, from, place, inForce(zones, drill, now)) !== null
}
