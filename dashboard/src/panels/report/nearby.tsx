import { Link } from 'react-router'
import { useNearbyIncidents, useOpenIncidents } from '../../api/queries.ts'
import { useText } from '../../text/context.tsx'
import { distance } from '../../text/format.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Ago } from '../../ui/running.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { useAreas, type Area } from '../shared/areas.ts'
import { IncidentStatusChip } from '../shared/incident-status.tsx'
import type { StatedPlace } from '../shared/place-draft.ts'
import { isRough, possibleRepeats } from './possible.ts'

const RADIUS_M = 1000

interface Props {
  place: StatedPlace | null
  /** The kelurahan that was stated. */
  area: Area | undefined
}

const none: readonly never[] = []

/** Open incidents near the place: possible duplicates, shown before anything is saved. Nothing found is not the same as not looked. */
export const Nearby = ({ place, area }: Props) => {
  const { report, labels, comma } = useText()
  const areas = useAreas()
  const nearby = useNearbyIncidents(place, RADIUS_M)
  const open = useOpenIncidents()
  const asked = place === null ? [] : area === undefined ? [nearby] : [nearby, open]
  const failed = asked.find(({ isError }) => isError)
  const isLooking = failed === undefined && asked.some(({ isPending }) => isPending)
  const isWhole = asked.length > 0 && failed === undefined && !isLooking
  const rough = place !== null && isRough(place, area)
  const found =
    place === null
      ? none
      : possibleRepeats(place, area, nearby.data?.incidents ?? none, open.data?.incidents ?? none)
  return (
    <section aria-label={report.nearby} aria-live="polite">
      <h2 className="text-[1.02rem] font-semibold">{report.nearby}</h2>
      {place === null && <p className="mt-1 text-soft">{report.nearbyWaiting}</p>}
      {isLooking && <p className="mt-1 text-soft">{report.nearbyLooking}</p>}
      {failed?.error && (
        <div className="mt-1">
          <ProblemNote
            title={report.nearbyFailed}
            error={failed.error}
            onRetry={() => asked.forEach(({ isError, refetch }) => isError && void refetch())}
          />
        </div>
      )}
      {isWhole && found.length === 0 && (
        <p className="mt-1 text-soft">{rough ? report.nearbyNoneRough : report.nearbyNone}</p>
      )}
      {found.length > 0 && (
        <>
          <p className="mt-1 text-soft">{rough ? report.nearbyHintRough : report.nearbyHint}</p>
          <ul className="mt-2 divide-y divide-line rounded-lg border border-tinggi/60 bg-panel">
            {found.map(({ incident, distanceM }) => (
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
                    <span>{distanceM === null ? report.sameKelurahan : distance(distanceM, comma)}</span>
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
