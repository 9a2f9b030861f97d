import { Link } from 'react-router'
import type { Point } from '#contracts/domain/place.ts'
import { useNearbyIncidents } from '../../api/queries.ts'
import { useText } from '../../text/context.tsx'
import { distance } from '../../text/format.ts'
import { Ago } from '../../ui/running.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { useAreas } from '../shared/areas.ts'
import { IncidentStatusChip } from '../shared/incident-status.tsx'

const RADIUS_M = 1000

/** Open incidents near the place: possible duplicates, shown before anything is saved. */
export const Nearby = ({ point }: { point: Point | null }) => {
  const { report, labels, comma } = useText()
  const areas = useAreas()
  const nearby = useNearbyIncidents(point, RADIUS_M).data?.incidents
  return (
    <section aria-label={report.nearby} aria-live="polite">
      <h2 className="text-[1.02rem] font-semibold">{report.nearby}</h2>
      {point === null && <p className="mt-1 text-soft">{report.nearbyWaiting}</p>}
      {point !== null && nearby?.length === 0 && <p className="mt-1 text-soft">{report.nearbyNone}</p>}
      {nearby !== undefined && nearby.length > 0 && (
        <>
          <p className="mt-1 text-soft">{report.nearbyHint}</p>
          <ul className="mt-2 divide-y divide-line rounded-lg border border-tinggi/60 bg-panel">
            {nearby.map(({ incident, distanceM }) => (
              <li key={incident.id} className="flex gap-2.5 px-3 py-2">
                <span className="pt-0.5">
                  <SeverityMark severity={incident.severity} />
                </span>
                <span className="min-w-0 flex-1">
                  <Link
                    to={`/kejadian/${incident.id}`}
                    className="font-semibold text-accent underline-offset-4 hover:underline"
                  >
                    {labels.hazard[incident.hazard]}, {areas.nameOf(incident.place)}
                  </Link>
                  <span className="flex flex-wrap gap-x-3 text-[0.88rem] text-soft">
                    <span>{incident.number}</span>
                    <span>{distance(distanceM, comma)}</span>
                    <Ago at={incident.reportedAt} />
                    <IncidentStatusChip status={incident.status} />
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
