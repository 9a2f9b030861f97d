import { Bell, Users } from 'lucide-react'
import { Link } from 'react-router'
import type { IncidentSummary } from '#contracts/wire/routes/views.ts'
import { useText } from '../../text/context.tsx'
import { Chip, Flag } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { Ago } from '../../ui/running.tsx'
import { SeverityMark, SeverityWord } from '../../ui/severity-mark.tsx'
import { NewsMark } from '../news/mark.tsx'
import { useAreas } from '../shared/areas.ts'
import { IncidentStatusChip } from '../shared/incident-status.tsx'
import { Pressing, unseenOf } from '../shared/pressing.tsx'

/** Its status; a search that came to nothing, or a call home that did not arrive, says more. */
const Standing = ({ incident }: { incident: IncidentSummary }) => {
  const { incident: words, labels } = useText()
  const trouble = unseenOf(incident, 'undelivered', 'stalled')
  if (trouble === undefined) return <IncidentStatusChip status={incident.status} />
  return (
    <>
      <span className="sr-only">{labels.incidentStatus[incident.status]}, </span>
      <Chip icon={Bell} tone="trouble">
        {words.alarms.kinds[trouble.what]}
      </Chip>
    </>
  )
}

/** One incident in the list. */
export const IncidentRow = ({ incident, selected }: { incident: IncidentSummary; selected: boolean }) => {
  const text = useText()
  const areas = useAreas()
  const { filled, wanted } = incident.slots
  return (
    <li>
      <Link
        to={`/kejadian/${incident.id}`}
        aria-current={selected ? 'true' : undefined}
        data-incident={incident.id}
        className={classes(
          'grid grid-cols-[1.25rem_1fr] gap-x-2.5 gap-y-px border-b border-line px-3.5 py-2.5 focus-visible:-outline-offset-2',
          selected ? 'bg-tint shadow-[inset_3px_0_0_var(--accent)]' : 'hover:bg-raised',
        )}
      >
        <span className="pt-0.5">
          <SeverityMark severity={incident.severity} />
        </span>
        <span className="flex min-w-0 items-center justify-between gap-2">
          <span className="flex min-w-0 items-center gap-1.5 text-[0.88rem] text-soft">
            <SeverityWord severity={incident.severity} />
            <span aria-hidden>·</span>
            <span className="sr-only">{incident.number}</span>
            <span aria-hidden className="whitespace-nowrap">
              {incident.number.split('-').at(-1)}
            </span>
            <span aria-hidden>·</span>
            <span className="truncate">
              <Ago at={incident.reportedAt} />
            </span>
            {incident.drill && <Flag tone="drill">{text.word.drill}</Flag>}
          </span>
          <span className="flex shrink-0 items-center gap-1.5">
            <NewsMark incidentId={incident.id} />
            <Pressing incident={incident} />
          </span>
        </span>
        <span className="col-start-2 truncate font-semibold">
          {text.labels.hazard[incident.hazard]}, {areas.nameOf(incident.place)}
        </span>
        <span className="col-start-2 flex min-w-0 items-center justify-between gap-2 text-[0.88rem] text-soft">
          <span className="truncate">
            {incident.openOffers > 0
              ? text.incident.list.asked(incident.openOffers)
              : wanted === 0 && incident.status === 'verified'
                ? text.incident.list.noNeeds
                : areas.districtOf(incident.place)}
          </span>
          <span className="flex shrink-0 items-center gap-2.5">
            {wanted > 0 && (
              <span className="inline-flex items-center gap-1">
                <Users aria-hidden size={14} />
                <span className="sr-only">{text.incident.list.filled(filled, wanted)}</span>
                <span aria-hidden>
                  <b className={classes('font-semibold', filled < wanted ? 'text-ink' : 'text-there')}>
                    {filled}
                  </b>
                  /{wanted}
                </span>
              </span>
            )}
            <Standing incident={incident} />
          </span>
        </span>
      </Link>
    </li>
  )
}
