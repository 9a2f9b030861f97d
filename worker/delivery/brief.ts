import type { Incident } from '#contracts/domain/incident/state.ts'
import { coarse } from '#contracts/domain/place.ts'
import { areaName } from '#contracts/domain/reference.ts'
import type { Agency } from '#contracts/store/documents.ts'
import { labelsIn } from '#contracts/wire/labels/labels.ts'

const words = labelsIn('id')

const areaOf = ({ place }: Incident, { kelurahan }: Agency): string =>
  areaName(kelurahan, place, place.kelurahan)

/** What the incident is, in codes and one sentence of ours. Not a word of the reporter. */
export const briefOf = (incident: Incident, agency: Agency) => {
  const { number, hazard, severity } = incident
  const summary = `${words.hazard[hazard]} (${words.severity[severity].toLowerCase()}) di ${areaOf(incident, agency)}`
  return { code: number, hazard, severity, summary }
}

/** Before somebody accepts: the area and the middle of a 500 m square. */
export const coarsePlace = (incident: Incident, agency: Agency) => ({
  areaName: areaOf(incident, agency),
  ...coarse(incident.place),
})

/** For whoever has accepted. `address` is how the place was described to the operator. */
export const exactPlace = (incident: Incident, agency: Agency, address: string | null) => ({
  areaName: areaOf(incident, agency),
  lat: incident.place.lat,
  lng: incident.place.lng,
  address,
})

/** Whom a volunteer calls: the command post, never the reporter. */
export const postContact = ({ name, poskoPhone }: Agency) => ({ name: `Posko ${name}`, phone: poskoPhone })
