import { isAsking } from '#contracts/domain/incident/moves.ts'
import { openSlots } from '#contracts/domain/incident/read.ts'
import type { Incident, Need } from '#contracts/domain/incident/state.ts'

/** The need whose button the key A presses: the first that lacks people while they are looked for. */
export const nextToFill = (incident: Incident): Need | undefined =>
  isAsking(incident.status) ? incident.needs.find((need) => openSlots(incident, need) > 0) : undefined
