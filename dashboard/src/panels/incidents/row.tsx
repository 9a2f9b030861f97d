import { Bell, Users } from 'lucide-react'
import { Link } from 'react-router'
import type { IncidentSummary } from '#contracts/wire/routes/views.ts'
import { useText } from '../../text/context.tsx'
import { Chip, Flag } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { Ago, DeadlineRing, Elapsed } from '../../ui/running.tsx'
import { SeverityMark, SeverityWord } from '../../ui/severity-mark.tsx'
import { useAreas } from '../shared/areas.ts'
import { IncidentStatusChip } from '../shared/incident-status.tsx'

/** What time says of this incident: overdue since, or how long is left to verify or to begin asking. */
const Deadline = ({ incident }: { incident: IncidentSummary }) => {
  const { list } = useText().incident
  const { status, nextDueAt, reportedAt, changedAt } = incident
  const missed = incident.alarms.find(({ what, detail }) => what === 'deadline' && detail !== 'review')
  if (missed)
    return (
      <Flag tone="trouble">
        <span className="sr-only">{list.overdue('')}</span>
        <Elapsed since={missed.since} sign="+" />
      </Flag>
    )
  if (nextDueAt === null || (status !== 'reported' && status !== 'verified')) return null
  return (
    <DeadlineRing from={status === 'reported' ? reportedAt : changedAt} until={nextDueAt} label={list.due} />
  )
}

const Alarms = ({ incident }: { incident: IncidentSummary }) => {
  const { alarms } = useText().incident
  const worst = ['sos', 'undelivered', 'stalled'].flatMap((what) =>
    incident.alarms.filter((alarm) => alarm.what === what && alarm.acknowledgedAt === null),
  )[0]
  if (worst === undefined) return null
  return worst.what === 'sos' ? (
    <Flag tone="trouble">{alarms.kinds.sos}</Flag>
  ) : (
    <Chip icon={Bell} tone="trouble">
      {alarms.kinds[worst.what]}
    </Chip>
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
            <span className="truncate">{text.labels.hazard[incident.hazard]}</span>
            <span aria-hidden>·</span>
            <span className="whitespace-nowrap">{incident.number}</span>
            {incident.drill && <Flag tone="drill">{text.word.drill}</Flag>}
          </span>
          <Deadline incident={incident} />
        </span>
        <span className="col-start-2 truncate font-semibold">{incident.title}</span>
        <span className="col-start-2 flex min-w-0 items-center justify-between gap-2 text-[0.88rem] text-soft">
          <span className="truncate">
            {areas.nameOf(incident.place)} · <Ago at={incident.reportedAt} />
          </span>
          <span className="flex shrink-0 items-center gap-2.5">
            <Alarms incident={incident} />
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
            <IncidentStatusChip status={incident.status} />
          </span>
        </span>
      </Link>
    </li>
  )
}
