import { BellRing, LifeBuoy, SearchX, SendHorizontal, TimerOff, type LucideIcon } from 'lucide-react'
import { Link } from 'react-router'
import type { Alarm } from '#contracts/domain/incident/state.ts'
import { useVolunteer } from '../../api/queries.ts'
import { useMay } from '../../session/context.tsx'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'
import { classes } from '../../ui/classes.ts'
import { Ago } from '../../ui/running.tsx'
import { AcknowledgeAlarm, AcknowledgeSos } from './acknowledge.tsx'
import { sayingOf } from './saying.ts'
import type { StandingAlarm } from './sort.ts'

export const alarmIcons: Record<Alarm['what'], LucideIcon> = {
  sos: LifeBuoy,
  undelivered: SendHorizontal,
  stalled: SearchX,
  deadline: TimerOff,
}
export const systemIcon = BellRing

/** The name of whom an alarm is about, read only for the few alarms that are about a person. */
export const useSubject = ({ what, volunteerId }: StandingAlarm): string | null => {
  const about = what === 'sos' || what === 'undelivered'
  const may = useMay()
  const volunteer = useVolunteer(volunteerId ?? '', about && volunteerId !== null && may('volunteer.read'))
  return about ? (volunteer.data?.displayName ?? null) : null
}

const Acknowledge = ({ alarm }: { alarm: StandingAlarm }) => {
  if (alarm.incidentId !== null) return <AcknowledgeAlarm incidentId={alarm.incidentId} alarm={alarm.id} />
  return alarm.volunteerId === null ? null : <AcknowledgeSos volunteerId={alarm.volunteerId} />
}

/** One standing alarm, anywhere in the agency. */
export const StandingAlarmRow = ({ alarm }: { alarm: StandingAlarm }) => {
  const { text, language } = useSpeech()
  const { alarms } = text.incident
  const may = useMay()
  const now = useNow(30_000)
  const Icon = alarmIcons[alarm.what]
  const unseen = alarm.acknowledgedAt === null
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-3 last:border-b-0">
      <Icon aria-hidden size={20} className={classes('shrink-0', unseen ? 'text-kritis' : 'text-faint')} />
      <div className="min-w-48 flex-1">
        <p className={unseen ? 'font-semibold' : ''}>{sayingOf(text.incident, alarm, useSubject(alarm))}</p>
        <p className="text-[0.88rem] text-soft">
          {alarm.number !== null && `${alarm.number} · `}
          <Ago at={alarm.since} />
          {alarm.acknowledgedAt !== null &&
            ` · ${alarms.acknowledged(shortMoment(alarm.acknowledgedAt, now, language))}`}
        </p>
      </div>
      {alarm.incidentId !== null ? (
        <Link
          className="font-medium text-accent underline-offset-4 hover:underline"
          to={`/kejadian/${alarm.incidentId}`}
        >
          {alarms.open}
        </Link>
      ) : (
        alarm.volunteerId !== null && (
          <Link
            className="font-medium text-accent underline-offset-4 hover:underline"
            to={`/relawan/${alarm.volunteerId}`}
          >
            {alarms.openVolunteer}
          </Link>
        )
      )}
      {unseen && may('alarm.acknowledge') && <Acknowledge alarm={alarm} />}
    </li>
  )
}
