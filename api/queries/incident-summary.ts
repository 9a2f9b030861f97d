import { slotsAsked } from '#contracts/domain/incident/read.ts'
import { areaName, type Kelurahan } from '#contracts/domain/reference.ts'
import type { Filed } from '#contracts/store/documents.ts'
import type { IncidentSummary } from '#contracts/wire/routes/views.ts'

/** One line of a list of incidents. */
export const incidentSummary = (
  areas: readonly Kelurahan[],
  { _id, version, nextDueAt, state }: Filed<'incident'>,
): IncidentSummary => ({
  id: _id,
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
