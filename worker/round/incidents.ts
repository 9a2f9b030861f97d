import { askedInSearch, openSlots } from '#contracts/domain/incident/read.ts'
import type { Incident, Need, Offer } from '#contracts/domain/incident/state.ts'
import { plusSeconds, secondsBetween, type Instant } from '#contracts/domain/instant.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import type { Zone } from '#contracts/domain/zone/zone.ts'
import type { OpenIncident, OpenNeed, PendingOffer } from '../matching/types.ts'
import { inForce } from '#contracts/domain/zone/across.ts'

/** A wave is planned a moment before its offers are written: at the next wave they must count as old. */
const PLANNED_BEFORE_S = 1

/** When this offer stops to count as fresh: somebody else may be asked too. */
export const freshUntil = (incident: Incident, offer: Offer, policy: MatchPolicy): Instant =>
  plusSeconds(offer.createdAt, policy.waveS[incident.severity] - PLANNED_BEFORE_S)

const pendingOf = ({ volunteerId, why, createdAt }: Offer, now: Instant): PendingOffer => ({
  volunteerId,
  travelS: why === null ? 0 : why.etaS + why.uncertaintyS,
  silentS: Math.max(0, secondsBetween(createdAt, now)),
})

export const openNeed = (incident: Incident, need: Need, now: Instant, policy: MatchPolicy): OpenNeed => {
  const offers = incident.offers.filter(({ needId }) => needId === need.id)
  return {
    needId: need.id,
    taskType: need.task,
    vehicle: need.vehicle,
    skill: need.skill,
    openSlots: openSlots(incident, need),
    openOffers: offers.length,
    freshOffers: offers.filter((offer) => freshUntil(incident, offer, policy) > now).length,
    pending: offers.map((offer) => pendingOf(offer, now)),
  }
}

export const needsOpen = (incident: Incident): Need[] =>
  incident.needs.filter((need) => openSlots(incident, need) > 0)

/** What a round knows of an incident. */
export const openIncident = (
  incident: Incident,
  now: Instant,
  policy: MatchPolicy,
  zones: readonly Zone[] = [],
): OpenIncident => ({
  incidentId: incident.id,
  lat: incident.place.lat,
  lng: incident.place.lng,
  severity: incident.severity,
  reportedAt: new Date(incident.reportedAt),
  drill: incident.drill,
  ring: incident.ring,
  askedThisSearch: [...askedInSearch(incident, now)],
  ...(incident.standby.length > 0 && { standby: incident.standby }),
  swapped: incident.asked.filter(({ endReason }) => endReason === 'replanned').length,
  needs: needsOpen(incident).map((need) => openNeed(incident, need, now, policy)),
  zones: inForce(zones, incident.drill, now),
})
