import type { IncidentSummary } from '#contracts/wire/routes/views.ts'
import { useText } from '../../text/context.tsx'
import { Flag } from '../../ui/chip.tsx'
import { DeadlineRing, Elapsed } from '../../ui/running.tsx'

type Alarm = IncidentSummary['alarms'][number]

/** The alarm of this kind that nobody has seen yet. */
export const unseenOf = ({ alarms }: IncidentSummary, ...kinds: Alarm['what'][]): Alarm | undefined =>
  alarms.find(({ what, acknowledgedAt }) => kinds.includes(what) && acknowledgedAt === null)

/** What cannot wait: a call for help, a deadline missed, or how long is left to verify or to begin asking. */
export const Pressing = ({ incident }: { incident: IncidentSummary }) => {
  const { list, alarms } = useText().incident
  const { status, nextDueAt, reportedAt, changedAt } = incident
  const sos = unseenOf(incident, 'sos')
  const missed = incident.alarms.find(({ what, detail }) => what === 'deadline' && detail !== 'review')
  const flagged = sos ?? missed
  if (flagged)
    return (
      <Flag tone="trouble">
        <span className="sr-only">{sos ? alarms.kinds.sos : list.overdue('')}</span>
        {sos && <span aria-hidden>SOS</span>}
        <Elapsed since={flagged.since} sign="+" />
      </Flag>
    )
  if (nextDueAt === null || (status !== 'reported' && status !== 'verified')) return null
  return (
    <DeadlineRing from={status === 'reported' ? reportedAt : changedAt} until={nextDueAt} label={list.due} />
  )
}
