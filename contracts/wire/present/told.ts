import type { Incident, Offer } from '#contracts/domain/incident/state.ts'
import { coarse } from '#contracts/domain/place.ts'
import { areaName, type Kelurahan } from '#contracts/domain/reference.ts'
import type { TaskType } from '#contracts/domain/words.ts'
import { coarseEtaS } from '../coarse.ts'
import { labelsIn } from '../labels/labels.ts'
import { whySentence } from '../labels/why.ts'
import type { DeliveryBody } from '../partner/deliveries.ts'
import { safetyNotes } from '../safety.ts'

/** What partners are told about an incident, whether we send it or they ask. */
const words = labelsIn('id')

export const areaTold = ({ place }: Incident, areas: readonly Kelurahan[]): string =>
  areaName(areas, place, place.kelurahan)

/** What the incident is, in codes and one sentence of ours. Not a word of the reporter. */
export const briefTold = (incident: Incident, areas: readonly Kelurahan[]) => {
  const { number, hazard, severity } = incident
  const summary = `${words.hazard[hazard]} (${words.severity[severity].toLowerCase()}) di ${areaTold(incident, areas)}`
  return { code: number, hazard, severity, summary }
}

/** Everything that may be said before somebody accepts: the area and the middle of a 500 m square. */
export const offerTold = (
  areas: readonly Kelurahan[],
  incident: Incident,
  offer: Offer,
  { task, volunteerRef }: { task: TaskType; volunteerRef: string },
): DeliveryBody<'offer.created'> => ({
  offerId: offer.id,
  volunteerRef,
  expiresAt: offer.expiresAt,
  incident: briefTold(incident, areas),
  task,
  place: { areaName: areaTold(incident, areas), ...coarse(incident.place) },
  etaS: offer.why === null ? null : coarseEtaS(offer.why.etaS),
  safetyNotes: safetyNotes(incident.hazard, task),
  why: whySentence(offer),
  drill: incident.drill,
})
