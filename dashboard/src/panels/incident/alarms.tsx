import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useMay } from '../../session/context.tsx'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'
import { classes } from '../../ui/classes.ts'
import { Elapsed } from '../../ui/running.tsx'
import { AcknowledgeAlarm } from '../alarms/acknowledge.tsx'
import { sayingOf } from '../alarms/saying.ts'
import { gravest } from '../alarms/sort.ts'
import { alarmIcons } from '../alarms/icons.ts'
import { useAreas } from '../shared/areas.ts'
import { namesIn, subjectOf } from './names.ts'

/** The alarms of this incident, above everything else. */
export const IncidentAlarms = ({ detail }: { detail: IncidentDetail }) => {
  const { text, language } = useSpeech()
  const may = useMay()
  const areas = useAreas()
  const now = useNow(30_000)
  const { incident } = detail
  const names = namesIn(detail, text, areas)
  if (incident.alarms.length === 0) return null
  return (
    <ul aria-label={text.incident.alarms.title} className="border-b border-line">
      {incident.alarms.toSorted(gravest).map((alarm) => {
        const Icon = alarmIcons[alarm.what]
        const unseen = alarm.acknowledgedAt === null
        const saying = sayingOf(text.incident, alarm, subjectOf(incident, names, alarm.subject))
        return (
          <li
            key={alarm.id}
            className={classes('flex items-center gap-x-3 px-4 py-1.5 lg:px-5', unseen && 'bg-kritis-tint')}
          >
            <Icon
              aria-hidden
              size={18}
              className={classes('shrink-0', unseen ? 'text-kritis' : 'text-faint')}
            />
            <p className={classes('min-w-0 flex-1', unseen ? 'font-semibold' : 'text-soft')}>{saying}</p>
            <span className={classes('shrink-0', unseen ? 'font-semibold' : 'text-[0.88rem] text-soft')}>
              {alarm.acknowledgedAt === null ? (
                <Elapsed since={alarm.since} sign="+" />
              ) : (
                text.incident.alarms.acknowledged(shortMoment(alarm.acknowledgedAt, now, language))
              )}
            </span>
            {unseen && may('alarm.acknowledge') && (
              <AcknowledgeAlarm incidentId={incident.id} alarm={alarm.id} />
            )}
          </li>
        )
      })}
    </ul>
  )
}
