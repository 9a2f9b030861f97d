import { Link, useLocation } from 'react-router'
import { useAlarms } from '../../api/queries.ts'
import { labelOf } from '../../text/catalogue.ts'
import { useText } from '../../text/context.tsx'
import { Elapsed } from '../../ui/running.tsx'
import { sayingOf } from './saying.ts'
import { gravest, type StandingAlarm } from './sort.ts'
import { alarmIcons, systemIcon as SystemIcon, useSubject } from './standing.tsx'

const Gravest = ({ alarm, others }: { alarm: StandingAlarm; others: number }) => {
  const { incident } = useText()
  const Icon = alarmIcons[alarm.what]
  const subject = useSubject(alarm)
  const to = alarm.incidentId === null ? '/peringatan' : `/kejadian/${alarm.incidentId}`
  const loud = alarm.what === 'sos'
  return (
    <div
      className={
        loud
          ? 'flex min-h-10 items-center gap-2.5 bg-kritis-mark px-3 text-on-mark lg:px-4'
          : 'flex min-h-10 items-center gap-2.5 border-b border-line bg-kritis-tint px-3 lg:px-4'
      }
    >
      <Icon aria-hidden size={18} className={loud ? 'shrink-0' : 'shrink-0 text-kritis'} />
      <Link to={to} className="min-w-0 truncate py-2 font-semibold underline-offset-4 hover:underline">
        {sayingOf(incident, alarm, subject)}
        {alarm.number !== null && <span className="font-medium"> · {alarm.number}</span>}
      </Link>
      <span aria-hidden className="font-semibold">
        <Elapsed since={alarm.since} sign="+" />
      </span>
      {others > 0 && (
        <Link to="/peringatan" className="ml-auto shrink-0 py-2 font-medium underline underline-offset-4">
          <span className="max-sm:hidden">{incident.alarms.unseen(others + 1)}</span>
          <span className="sm:hidden">
            <span className="sr-only">{incident.alarms.unseen(others + 1)}</span>
            <span aria-hidden>+{others}</span>
          </span>
        </Link>
      )}
    </div>
  )
}

/** The gravest alarm that nobody has seen, on every screen, and what is wrong with the platform itself. Spoken by the announcer. */
export const AlarmBar = () => {
  const { match, incident } = useText()
  const { data } = useAlarms()
  const unseen = data?.alarms.filter(({ acknowledgedAt }) => acknowledgedAt === null).sort(gravest) ?? []
  const { pathname } = useLocation()
  // The incident on the screen shows its own alarms, and their page shows all of them.
  const elsewhere = unseen.filter(({ incidentId }) => incidentId === null || !pathname.endsWith(incidentId))
  const first = pathname === '/peringatan' ? undefined : elsewhere[0]
  return (
    <div className="shrink-0">
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
