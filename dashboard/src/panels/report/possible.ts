import type { IncidentSummary } from '#contracts/wire/routes/views.ts'
import type { Area } from '../shared/areas.ts'
import type { StatedPlace } from '../shared/place-draft.ts'

/** An open incident that the report may repeat. `distanceM` null: it is in the same kelurahan, and more is not known. */
export interface Possible {
  incident: IncidentSummary
  distanceM: number | null
}

/** Is this place known no better than by this kelurahan? Then it says nothing of how far something is. */
export const isRough = ({ lat, lng, kelurahan }: StatedPlace, area: Area | undefined): boolean =>
  area !== undefined && kelurahan === area.code && lat === area.lat && lng === area.lng

/**
 * What is near, then what is in the same kelurahan where one of the two places is known by the kelurahan only: a circle
 * around its reference point does not hold all of it. `area`: the kelurahan that was stated.
 */
export const possibleRepeats = (
  place: StatedPlace,
  area: Area | undefined,
  nearby: readonly Possible[],
  open: readonly IncidentSummary[],
): Possible[] => {
  const near = new Set(nearby.map(({ incident }) => incident.id))
  const alike = open.filter(
    (incident) =>
      !near.has(incident.id) &&
      incident.place.kelurahan === area?.code &&
      (isRough(place, area) || isRough(incident.place, area)),
  )
  return [...nearby, ...alike.map((incident) => ({ incident, distanceM: null }))]
}
