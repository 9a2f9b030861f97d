import { slotsAsked } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import { areaName, type Kelurahan } from '#contracts/domain/reference.ts'
import type { IncidentSummary } from '../routes/views.ts'

/** One line of a list of incidents; the api and the live screen make it from the same file in the same way. */
export const incidentSummary = (
  areas: readonly Kelurahan[],
  version: number,
  nextDueAt: Instant | null,
  state: Incident,
): IncidentSummary => ({
  id: state.id,
  version,
  number: state.number,
  status: state.status,
  hazard: state.hazard,
  severity: state.severity,
  place: state.place,
  title: areaName(areas, state.place, state.place.kelurahan),
  drill: state.drill,
  reportedAt: state.reportedAt,
  changedAt: state.changedAt,
  nextDueAt,
  slots: slotsAsked(state),
  openOffers: state.offers.length,
  alarms: state.alarms,
})
