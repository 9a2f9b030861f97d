import { withdraw } from '#contracts/domain/incident/commands/withdraw.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Vehicle } from '#contracts/domain/words.ts'
import type { Zone } from '#contracts/domain/zone/zone.ts'
import { createZones, statesOf } from '#contracts/store/zones.ts'
import type { WorkerContext } from '../context.ts'
import { inForce, whyNotAcross } from '#contracts/domain/zone/across.ts'
import { system } from '../system.ts'

/** Open offers that nobody would be made now, by where the volunteer was when he was asked. */
const barredOffers = (
  { offers, place, drill }: Incident,
  zones: readonly Zone[],
  vehicleOf: ReadonlyMap<string, Vehicle>,
  now: Instant,
) => {
  const danger = inForce(zones, drill, now)
  return offers.filter(({ volunteerId, position }) => {
    const vehicle = vehicleOf.get(volunteerId)
    if (position === null || vehicle === undefined) return false
    return whyNotAcross(vehicle, position, place, danger) !== null
  })
}

/**
 * Takes back what was asked of people whom a danger zone keeps away since: before they say yes to a way that is closed.
 * Who has said yes already is on his way; a person calls him, or calls him home.
 */
export const withdrawBarred = async (
  { asking, clock, ids, roster, store }: WorkerContext,
  agencyId: string,
): Promise<void> => {
  const at = clock.now().toISOString()
  const zones = statesOf(await createZones(store.models).open(agencyId, at))
  if (zones.length === 0) return
  const incidents = (await asking.ofAgency(agencyId)).filter(({ offers }) => offers.length > 0)
  if (incidents.length === 0) return
  const volunteers = await roster.volunteers(agencyId)
  const vehicleOf = new Map(volunteers.map(({ id, vehicle }) => [id, vehicle]))
  for (const incident of incidents) {
    if (barredOffers(incident, zones, vehicleOf, at).length === 0) continue
    const op = { opId: `barred:${ids.next('rnd')}:${incident.id}`, agencyId, by: system }
    await store.incidents.change(incident.id, op, (state, now) =>
      barredOffers(state, zones, vehicleOf, now).map((offer) => withdraw(offer, 'danger_zone')),
    )
  }
}
