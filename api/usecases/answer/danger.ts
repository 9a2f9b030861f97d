import { incidentFacts } from '#contracts/domain/incident/facts.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Point } from '#contracts/domain/place.ts'
import type { Vehicle } from '#contracts/domain/words.ts'
import { barredWay, inForce } from '#contracts/domain/zone/across.ts'
import type { Store } from '#contracts/store/store.ts'
import { createZones, statesOf } from '#contracts/store/zones.ts'

/** Whether danger zones keep somebody from an incident as it is now. */
export type IsBarred = (state: Incident, now: Instant) => boolean

/** Where he was believed to be when he was asked; null when nobody knew. */
const whereAsked = async (store: Store, incidentId: string, offerId: string): Promise<Point | null> => {
  const facts = await store.cursors.of(incidentId)
  const made = facts.find(({ type, data }) => type === 'offer.created' && data['offerId'] === offerId)
  return made === undefined ? null : incidentFacts['offer.created'].parse(made.data).position
}

/** Judged as an open offer is when a zone is drawn (worker/round/barred.ts): by where he was when he was asked. */
export const barredSinceAsked = async (
  store: Store,
  { id, agencyId, reportedAt }: Pick<Incident, 'id' | 'agencyId' | 'reportedAt'>,
  offerId: string,
  vehicle: Vehicle,
): Promise<IsBarred> => {
  const zones = statesOf(await createZones(store.models).open(agencyId, reportedAt))
  if (zones.length === 0) return () => false
  const from = await whereAsked(store, id, offerId)
  return ({ place, drill }, now) => barredWay(vehicle, from, place, inForce(zones, drill, now)) !== null
}
