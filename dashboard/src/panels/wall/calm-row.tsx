import { Users } from 'lucide-react'
import { Link } from 'react-router'
import { slotsAsked } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Ago } from '../../ui/running.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { IncidentStatusChip } from '../shared/incident-status.tsx'
import { useAreas } from '../shared/areas.ts'

/** An incident that goes as it should: half the height of one that does not, where there is room left for it. */
export const CalmRow = ({ incident }: { incident: Incident }) => {
  const text = useOfficeText()
  const areas = useAreas()
  const { filled, wanted } = slotsAsked(incident)
  return (
    <li className="flex h-16 items-center gap-4 border-b border-line px-4 text-[1.25rem] last:border-b-0">
      <span className="flex w-11 shrink-0 justify-center">
        <SeverityMark severity={incident.severity} size={24} />
      </span>
      <Link to={`/kejadian/${incident.id}`} className="min-w-0 truncate underline-offset-4 hover:underline">
        {text.labels.hazard[incident.hazard]}, {areas.nameOf(incident.place)}
      </Link>
      <span className="shrink-0 text-[1.05rem] text-soft">
        {incident.number.split('-').at(-1)} · <Ago at={incident.reportedAt} />
      </span>
      <span className="ml-auto flex shrink-0 items-center gap-4 text-[1.05rem]">
        <IncidentStatusChip status={incident.status} />
        {wanted > 0 && (
          <span className="flex items-center gap-2 text-[1.25rem] tabular-nums">
            <Users aria-hidden size={20} className="text-soft" />
            <span className="sr-only">{text.incident.list.filled(filled, wanted)}</span>
            <span aria-hidden>
              {filled}/{wanted}
            </span>
          </span>
        )}
      </span>
    </li>
  )
}
