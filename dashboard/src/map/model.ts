import type { IncidentStatus, PositionSource } from '#contracts/domain/incident/words.ts'
import type { Point } from '#contracts/domain/place.ts'
import type { Hazard, Severity } from '#contracts/domain/words.ts'

/** What a volunteer is doing, as the map tells it; what matters most last. `sos`: he calls for help outside a task. */
export const peopleStates = ['off', 'on_duty', 'asked', 'on_task', 'sos'] as const
export type PeopleState = (typeof peopleStates)[number]

/** A position older than this is where somebody was, in seconds. */
export const STALE_S = 300

export interface MapIncident {
  id: string
  number: string
  severity: Severity
  status: IncidentStatus
  hazard: Hazard
  /** Its kelurahan by name, or the nearest. */
  area: string
  lat: number
  lng: number
}

export interface MapVolunteer {
  id: string
  state: PeopleState
  /** `declared`: `lat` and `lng` are the reference point of the area that he named, not where he is. */
  source: PositionSource
  lat: number
  lng: number
  /** When the position was taken, ISO 8601; null when that is not known. */
  at: string | null
  /** Kelurahan that he declared; counted there while nothing better is known. */
  areaCode: string | null
  /** The incident that he was asked to or works at; a line is drawn to it while he is on task. */
  incidentId?: string | null
}

/** Asks the person for a point: with a click, or with the middle of the map for the keyboard. */
export interface Pick {
  point: Point | null
  onPick: (point: Point) => void
}
