import { Link, useLocation } from 'react-router'
import { useAlarms } from '../../api/queries.ts'
import { labelOf } from '../../text/catalogue.ts'
import { useText } from '../../text/context.tsx'
import { Elapsed } from '../../ui/running.tsx'
import { classes } from '../../ui/classes.ts'
import { alarmsElsewhere } from './elsewhere.ts'
import { alarmIcons, systemIcon as SystemIcon } from './icons.ts'
import { sayingOf } from './saying.ts'
import { gravest, type StandingAlarm } from './sort.ts'
import { useSubject, useWhere } from './use-about.ts'

const Gravest = ({ alarm, others }: { alarm: StandingAlarm; others: number }) => {
  const { incident, word } = useText()
  const Icon = alarmIcons[alarm.what]
  const subject = useSubject(alarm)
  const place = useWhere(alarm)
  const where = alarm.drill ? [word.drill, place].filter((part) => part !== null).join(' · ') : place
  const to = alarm.incidentId === null ? '/peringatan' : `/kejadian/${alarm.incidentId}`
  const saying = sayingOf(incident, alarm, subject)
  const loud = alarm.what === 'sos'
  const shortly = loud && subject !== null ? `SOS: ${subject}` : saying
  return (
    <div
      className={classes(
        'flex min-h-10 items-center gap-2.5 px-3 lg:px-4',
        loud ? 'bg-kritis-mark text-on-mark' : 'border-b border-line bg-kritis-tint',
      )}
    >
      <Link to={to} className="group flex min-w-0 flex-1 items-center gap-2.5 self-stretch">
        <Icon aria-hidden size={18} className={loud ? 'shrink-0' : 'shrink-0 text-kritis'} />
        <span className="min-w-0 truncate max-sm:hidden">
          <b className="font-semibold">{saying}</b>
          {where !== null && ` · ${where}`}
        </span>
        <span className="min-w-0 flex-1 py-1 leading-tight sm:hidden">
          <b className="block truncate font-semibold">{shortly}</b>
          {where !== null && <span className="block truncate text-[0.88rem]">{where}</span>}
        </span>
        <span aria-hidden className="shrink-0 font-semibold">
          <Elapsed since={alarm.since} sign="+" />
        </span>
        <span className="shrink-0 font-semibold underline underline-offset-4 max-sm:sr-only">
          {word.open}
        </span>
      </Link>
      {others > 0 && (
        <Link to="/peringatan" className="shrink-0 py-2 font-medium underline underline-offset-4">
          <span className="max-sm:sr-only">{incident.alarms.unseen(others + 1)}</span>
          <span aria-hidden className="sm:hidden">
            +{others}
          </span>
        </Link>
      )}
    </div>
  )
}

/** The gravest alarm that nobody has seen, on every screen, and what is wrong with the platform itself. Spoken by the announcer. */
export const AlarmBar = () => {
  const { match, incident } = useText()
  const { data, isError } = useAlarms()
  const unseen = data?.alarms.filter(({ acknowledgedAt }) => acknowledgedAt === null).sort(gravest) ?? []
  const { pathname } = useLocation()
  // Their own page shows all of them.
  const first = pathname === '/peringatan' ? undefined : alarmsElsewhere(unseen, pathname)[0]
  return (
    <div className="shrink-0">
      {isError && (
        <p
          role="status"
          className="flex min-h-9 items-center gap-2.5 border-b border-line bg-kritis-tint px-3 font-medium lg:px-4"
        >
          <SystemIcon aria-hidden size={17} className="shrink-0 text-kritis" />
          {incident.alarms.unread}
        </p>
      )}
      {data?.system.map(({ code, since }) => (
        <p
          key={code}
          className="flex min-h-9 items-center gap-2.5 border-b border-line bg-raised px-3 lg:px-4"
        >
          <SystemIcon aria-hidden size={17} className="shrink-0 text-tinggi" />
          <span className="sr-only">{incident.alarms.system}: </span>
          <span className="min-w-0 truncate font-medium">{labelOf(match.system, code)}</span>
          {since !== null && (
            <span aria-hidden className="text-soft">
              <Elapsed since={since} />
            </span>
          )}
        </p>
      ))}
      {first && <Gravest alarm={first} others={unseen.length - 1} />}
    </div>
  )
}
