import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Kelurahan } from '#contracts/domain/reference.ts'
import type { TaskType } from '#contracts/domain/words.ts'
import { safetyNotes } from '../safety.ts'
import { areaTold } from './told.ts'

/** What a task says of the agency that sends him. */
interface Sending {
  name: string
  poskoPhone: string | null
  kelurahan: readonly Kelurahan[]
}

/** For whoever has accepted. `address` is how the place was described to the operator. */
export const exactPlace = (
  incident: Incident,
  { kelurahan }: Pick<Sending, 'kelurahan'>,
  address: string | null,
) => ({
  areaName: areaTold(incident, kelurahan),
  lat: incident.place.lat,
  lng: incident.place.lng,
  address,
})

/** Whom a volunteer calls: the command post, never the reporter. */
const postContact = ({ name, poskoPhone }: Sending) => ({ name: `Posko ${name}`, phone: poskoPhone })

/** Where he goes, whom he calls and what he must mind: for whoever has accepted, as it is by now. */
export const taskTold = (incident: Incident, task: TaskType, agency: Sending, address: string | null) => ({
  place: exactPlace(incident, agency, address),
  contact: postContact(agency),
  instructions: [...safetyNotes(incident.hazard, task)],
})
