import { Link } from 'react-router'
import { useMay } from '../../session/context.tsx'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'
import { Flag } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { Elapsed } from '../../ui/running.tsx'
import { SeverityMark, SeverityWord } from '../../ui/severity-mark.tsx'
import { AcknowledgeAlarm, AcknowledgeSos } from './acknowledge.tsx'
import { alarmIcons } from './icons.ts'
import { sayingOf } from './saying.ts'
import type { StandingAlarm } from './sort.ts'
import { useAlarmed, useSubject, useWhere } from './use-about.ts'

const Acknowledge = ({ alarm }: { alarm: StandingAlarm }) => {
  if (alarm.incidentId !== null) return <AcknowledgeAlarm incidentId={alarm.incidentId} alarm={alarm.id} />
  return alarm.volunteerId === null ? null : <AcknowledgeSos volunteerId={alarm.volunteerId} />
}

const addressOf = ({ incidentId, volunteerId }: StandingAlarm): string =>
  incidentId === null ? `/relawan/${volunteerId ?? ''}` : `/kejadian/${incidentId}`

/** One standing alarm, anywhere in the agency. The whole row opens what it is about. */
export const StandingAlarmRow = ({ alarm }: { alarm: StandingAlarm }) => {
  const { text, language } = useSpeech()
  const { alarms } = text.incident
  const may = useMay()
  const now = useNow(30_000)
  const Icon = alarmIcons[alarm.what]
  const incident = useAlarmed(alarm)
  const subject = useSubject(alarm)
  const where = useWhere(alarm)
  const unseen = alarm.acknowledgedAt === null
  return (
    <li className="relative flex items-center gap-3 border-b border-line px-3.5 py-2.5 last:border-b-0 hover:bg-raised">
      <Icon aria-hidden size={20} className={classes('shrink-0', unseen ? 'text-kritis' : 'text-faint')} />
      <div className="min-w-0 flex-1">
        <Link
          to={addressOf(alarm)}
          className={classes('block after:absolute after:inset-0', unseen && 'font-semibold')}
        >
          {sayingOf(text.incident, alarm, subject)}
        </Link>
        <p className="flex flex-wrap items-center gap-x-1.5 text-[0.88rem] text-soft">
          {incident && (
            <>
              <SeverityMark severity={incident.severity} size={14} />
              <SeverityWord severity={incident.severity} />
            </>
          )}
          {alarm.drill && <Flag tone="drill">{text.word.drill}</Flag>}
          <span>{where}</span>
        </p>
        {alarm.sos?.text != null && <p className="break-words">“{alarm.sos.text}”</p>}
      </div>
      {alarm.acknowledgedAt === null ? (
        <span className="shrink-0 font-semibold">
          <Elapsed since={alarm.since} sign="+" />
        </span>
      ) : (
        <span className="shrink-0 text-[0.88rem] text-soft">
          {alarms.acknowledged(shortMoment(alarm.acknowledgedAt, now, language))}
        </span>
      )}
      {unseen && may('alarm.acknowledge') && (
        <div className="relative z-1 shrink-0">
          <Acknowledge alarm={alarm} />
        </div>
      )}
    </li>
  )
}
