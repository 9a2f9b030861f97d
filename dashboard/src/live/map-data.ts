import { useMemo } from 'react'
import { nearestAreas, type Place } from '#contracts/domain/place.ts'
import type { Kelurahan } from '#contracts/domain/reference.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { useReference } from '../api/queries.ts'
import type { MapIncident, MapVolunteer } from '../map/model.ts'
import { boundIn, openIncidents } from './bound.ts'
import { lastKnown } from './last-known.ts'
import { useLive } from './provider.tsx'
import type { Position } from './state.ts'

const RECENT_MS = 30 * 60_000
const LIVE_MS = 120_000
const none: readonly Kelurahan[] = []

/** Where the map shows somebody; who calls for help, where he was last, however long ago. */
export const placeOf = (
  volunteer: Volunteer,
  position: Position | undefined,
  areas: readonly Kelurahan[],
  now: number,
): Pick<MapVolunteer, 'lat' | 'lng' | 'source' | 'at'> | null => {
  const last = lastKnown(volunteer, position)
  const ageMs = last === undefined ? Infinity : now - Date.parse(last.at)
  if (last !== undefined && (ageMs < RECENT_MS || volunteer.sosAt !== null)) {
    const { lat, lng, at } = last
    return { lat, lng, at, source: ageMs < LIVE_MS ? 'live' : 'recent' }
  }
  const area = areas.find(({ code }) => code === volunteer.declaredArea)
  return area ? { lat: area.lat, lng: area.lng, at: null, source: 'declared' } : null
}

const areaOf = (place: Place, areas: readonly Kelurahan[]): Kelurahan | undefined =>
  areas.find(({ code }) => code === place.kelurahan) ?? nearestAreas(place, areas, 1)[0]?.area

/** What the map shows: open incidents, and everybody on duty, bound or calling for help of whom a place is known. `now` steps slowly. */
export const useMapData = (now: number): { incidents: MapIncident[]; volunteers: MapVolunteer[] } => {
  const city = useLive((view) => view.city)
  const positions = useLive((view) => view.positions)
  const areas = useReference().data?.kelurahan ?? none
  const incidents = useMemo(
    () =>
      openIncidents(city).map(({ id, number, severity, status, hazard, place }) => ({
        id,
        number,
        severity,
        status,
        hazard,
        area: areaOf(place, areas)?.name ?? '',
        lat: place.lat,
        lng: place.lng,
      })),
    [areas, city],
  )
  const volunteers = useMemo(() => {
    const bound = boundIn(city)
    return [...(city?.volunteers.values() ?? [])].flatMap(({ state }): MapVolunteer[] => {
      const binding = bound.get(state.id)
      if (state.duty !== 'on' && binding === undefined && state.sosAt === null) return []
      const place = placeOf(state, positions.get(state.id), areas, now)
      if (place === null) return []
      return [
        {
          id: state.id,
          ...place,
          state: state.sosAt === null ? (binding?.state ?? 'on_duty') : 'sos',
          areaCode: state.declaredArea,
          incidentId: binding?.incidentId ?? null,
        },
      ]
    })
  }, [areas, city, now, positions])
  return { incidents, volunteers }
}
