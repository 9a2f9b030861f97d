import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Agency } from '#contracts/store/documents.ts'
import { areaTold } from '#contracts/wire/present/told.ts'

/** For whoever has accepted. `address` is how the place was described to the operator. */
export const exactPlace = (incident: Incident, agency: Agency, address: string | null) => ({
  areaName: areaTold(incident, agency.kelurahan),
  lat: incident.place.lat,
  lng: incident.place.lng,
  address,
})

/** Whom a volunteer calls: the command post, never the reporter. */
export const postContact = ({ name, poskoPhone }: Agency) => ({ name: `Posko ${name}`, phone: poskoPhone })
