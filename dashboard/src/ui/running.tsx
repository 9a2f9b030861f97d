import { useText } from '../text/context.tsx'
import { duration } from '../time/duration.ts'
import { useNow } from '../time/now.tsx'
import { classes } from './classes.ts'

const secondsTo = (at: string, now: number): number => (Date.parse(at) - now) / 1000

/** Time left until a moment, `02:41`; what `lapsed` says after it. */
export const Remaining = ({
  until,
  say,
  lapsed,
}: {
  until: string
  say: (time: string) => string
  lapsed: string
}) => {
  const left = secondsTo(until, useNow())
  return (
    <span className={classes('tabular-nums', left > 0 && left < 30 && 'font-semibold text-tinggi')}>
      {left > 0 ? say(duration(left)) : lapsed}
    </span>
  )
}

/** How long since a moment, `06:12`. */
export const Elapsed = ({ since, sign = '' }: { since: string; sign?: string }) => (
  <span className="tabular-nums">
    {sign}
    {duration(Math.max(0, -secondsTo(since, useNow())))}
  </span>
)

/** "5 menit lalu". */
export const Ago = ({ at }: { at: string }) => (
  <span>{useText().ago(Math.max(0, -secondsTo(at, useNow(10_000))))}</span>
)

/** A deadline as a ring that empties, with the time left beside it. */
export const DeadlineRing = ({
  from,
  until,
  label,
}: {
  from: string
  until: string
  label: (time: string) => string
}) => {
  const now = useNow()
  const left = secondsTo(until, now)
  const share = Math.min(1, Math.max(0, left / Math.max(1, (Date.parse(until) - Date.parse(from)) / 1000)))
  const late = left <= 0
  const time = duration(left)
  const around = 2 * Math.PI * 6
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1 font-semibold tabular-nums',
        late ? 'text-kritis' : share < 0.25 ? 'text-tinggi' : 'text-soft',
      )}
    >
      <svg aria-hidden viewBox="0 0 16 16" width="15" height="15" className="-rotate-90">
        <circle cx="8" cy="8" r="6" fill="none" stroke="var(--line)" strokeWidth="3" />
        <circle
          cx="8"
          cy="8"
          r="6"
          fill="none"
          stroke="currentColor"
          strokeWidth="3"
          strokeDasharray={`${String(around * share)} ${String(around)}`}
        />
      </svg>
      <span className="sr-only">{label(late ? `+${time}` : time)}</span>
      <span aria-hidden>{late ? `+${time}` : time}</span>
    </span>
  )
}
