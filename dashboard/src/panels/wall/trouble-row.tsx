import { Users } from 'lucide-react'
import { Link } from 'react-router'
import { hasEnded } from '#contracts/domain/incident/moves.ts'
import type { Alarm } from '#contracts/domain/incident/state.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { classes } from '../../ui/classes.ts'
import { Elapsed } from '../../ui/running.tsx'
import { SeverityMark, SeverityWord } from '../../ui/severity-mark.tsx'
import { alarmIcons } from '../alarms/icons.ts'
import { sayingOf } from '../alarms/saying.ts'
import { needName } from '../incident/names.ts'
import { useAreas } from '../shared/areas.ts'
import { IncidentStatusChip } from '../shared/incident-status.tsx'
import type { Trouble } from './troubles.ts'

/** The height of a row, for the count of how many fit. */
export const TROUBLE_REM = 8

/** One thing that is wrong. No name of anybody: a wall is read by whoever stands in the room. */
const Wrong = ({ alarm, incident }: { alarm: Alarm; incident: Trouble['incident'] }) => {
  const text = useOfficeText()
  const Icon = alarmIcons[alarm.what]
  const need = incident.needs.find(({ id }) => id === alarm.subject)
  const seen = alarm.acknowledgedAt !== null
  return (
    <p
      className={classes('flex min-w-0 items-center gap-2', seen ? 'text-soft' : 'font-semibold text-kritis')}
    >
      <Icon aria-hidden size={22} className="shrink-0" />
      <span className="truncate">{sayingOf(text.incident, alarm, need ? needName(text, need) : null)}</span>
      <span className="shrink-0 tabular-nums">
        <Elapsed since={alarm.since} sign="+" />
      </span>
      {seen && <span className="shrink-0 text-[1.05rem]">({text.wall.seen})</span>}
    </p>
  )
}

/** An incident that does not go well, large enough for the other end of the room. */
export const TroubleRow = ({ trouble }: { trouble: Trouble }) => {
  const text = useOfficeText()
  const areas = useAreas()
  const { incident, alarms, filled, wanted } = trouble
  const [first, second, ...others] = alarms
  return (
    <li
      data-trouble={incident.id}
      className="flex h-32 items-center gap-4 max-sm:gap-2.5 border-b border-line px-4 last:border-b-0"
    >
      <SeverityMark severity={incident.severity} size={44} />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-3 max-sm:flex-col max-sm:gap-0">
          <Link
            to={`/kejadian/${incident.id}`}
            className="max-w-full truncate text-[1.75rem] leading-tight font-semibold max-sm:text-[1.25rem] underline-offset-4 hover:underline"
          >
            {text.labels.hazard[incident.hazard]}, {areas.nameOf(incident.place)}
          </Link>
          <span className="shrink-0 text-[1.15rem] text-soft max-sm:text-[1rem]">
            <SeverityWord severity={incident.severity} /> · {incident.number.split('-').at(-1)}
          </span>
          {hasEnded(incident.status) && <IncidentStatusChip status={incident.status} />}
        </p>
        <div className="mt-1 text-[1.25rem] leading-snug max-sm:text-[1rem]">
          <Wrong alarm={first} incident={incident} />
          {second && <Wrong alarm={second} incident={incident} />}
        </div>
      </div>
      {others.length > 0 && (
        <p className="shrink-0 text-[1.15rem] text-soft">{text.wall.more(others.length)}</p>
      )}
      {wanted > 0 && (
        <p className="flex shrink-0 items-center gap-2 text-[1.6rem] tabular-nums max-sm:self-start max-sm:pt-3 max-sm:text-[1.15rem]">
          <Users aria-hidden size={24} className="text-soft max-sm:hidden" />
          <span className="sr-only">{text.incident.list.filled(filled, wanted)}</span>
          <span aria-hidden>
            <b className={classes('font-semibold', filled >= wanted && 'text-there')}>{filled}</b>/{wanted}
          </span>
        </p>
      )}
    </li>
  )
}
