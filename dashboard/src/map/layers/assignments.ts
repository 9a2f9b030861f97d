import type { LayerSpecification } from 'maplibre-gl'
import { collection, line } from '../geo.ts'
import type { MapIncident, MapVolunteer } from '../model.ts'
import type { Palette } from '../palette.ts'

export const ASSIGNMENTS = 'assignments'

/** A line from everybody on task to his incident. */
export const assignmentData = (
  volunteers: readonly MapVolunteer[],
  incidents: readonly MapIncident[],
  selectedId: string | null,
) => {
  const byId = new Map(incidents.map((incident) => [incident.id, incident]))
  return collection(
    volunteers.flatMap((volunteer) => {
      const incident = volunteer.state === 'on_task' && byId.get(volunteer.incidentId ?? '')
      return incident ? [line(volunteer, incident, { selected: incident.id === selectedId })] : []
    }),
  )
}

export const assignmentLayers = ({ ink }: Palette): LayerSpecification[] => [
  {
    id: ASSIGNMENTS,
    type: 'line',
    source: ASSIGNMENTS,
    paint: {
      'line-color': ink,
      'line-width': ['case', ['get', 'selected'], 1.6, 1],
      // The lines of the others stay back: many of them lie over names.
      'line-opacity': ['case', ['get', 'selected'], 0.85, 0.18],
      'line-dasharray': [3, 2],
    },
  },
]
