import { useMemo } from 'react'
import { defaultSla } from '#contracts/domain/sla.ts'
import { Link } from 'react-router'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { useProcedure } from '../../api/settings-queries.ts'
import { useLive } from '../../live/provider.tsx'
import { useMay } from '../../session/context.tsx'
import { useText } from '../../text/context.tsx'
import { duration } from '../../time/duration.ts'
import { useNow } from '../../time/now.tsx'
import { classes } from '../../ui/classes.ts'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { useAreas } from '../shared/areas.ts'
import { severitiesWorstFirst } from '../shared/severities.ts'
import { Figure, Wrong } from './figure.tsx'
import { figuresOf, responseTargetS, type Figures } from './figures.ts'
import { PeopleFigure } from './people-figure.tsx'

const BySeverity = ({ counts }: { counts: Figures['active']['bySeverity'] }) => {
  const { labels } = useText()
  return (
    <span className="inline-flex gap-2.5">
      {severitiesWorstFirst.map((severity) => (
        <span
          key={severity}
          title={labels.severity[severity]}
          className={classes('inline-flex items-center gap-1', counts[severity] === 0 && 'opacity-45')}
        >
          <SeverityMark severity={severity} size={14} />
          <span className="sr-only">{labels.severity[severity]}</span>
          <b className="font-semibold text-ink">{counts[severity]}</b>
        </span>
      ))}
    </span>
  )
}

const Worst = ({ incident }: { incident: Incident }) => (
  <Link to={`/kejadian/${incident.id}`} className="text-ink underline-offset-4 hover:underline">
    {incident.number.split('-').at(-1)} {useAreas().nameOf(incident.place)}
  </Link>
)

/** The numbers of now, from what the live view has folded. Drills do not count. */
export const Strip = () => {
  const { strip } = useText().incident
  const may = useMay()
  const now = useNow(10_000)
  const city = useLive((view) => view.city)
  const targetS = responseTargetS(useProcedure().data?.settings.sla ?? defaultSla)
  const figures = useMemo(
    () =>
      city &&
      figuresOf(
        [...city.incidents.values()].map(({ state }) => state),
        now,
      ),
    [city, now],
  )
  if (figures === null) return <div aria-hidden className="h-13 shrink-0 border-b border-line bg-panel" />
  const { active, overdue, unverified, slots, response, answered } = figures
  const slow = response.medianS !== null && response.medianS > targetS
  return (
    <dl
      aria-label={strip.label}
      tabIndex={0}
      className="flex min-h-13 shrink-0 overflow-x-auto border-b border-line bg-panel [scrollbar-width:none] focus-visible:-outline-offset-2"
    >
      <Figure
        keepNote
        label={strip.active}
        value={active.count}
        note={<BySeverity counts={active.bySeverity} />}
      />
      <Figure
        label={strip.overdue}
        value={overdue.count}
        trouble={overdue.count > 0}
        note={overdue.worst && <Worst incident={overdue.worst} />}
      />
      <Figure
        label={strip.free}
        value={slots.free}
        note={
          <>
            {strip.of(slots.wanted)} <Wrong count={slots.stalled}>{strip.stalled(slots.stalled)}</Wrong>
          </>
        }
      />
      <Figure label={strip.undelivered} value={figures.undelivered} trouble={figures.undelivered > 0} />
      <Figure
        label={strip.unverified}
        value={unverified.count}
        note={<Wrong count={unverified.late}>{strip.late(unverified.late)}</Wrong>}
      />
      <Figure
        roomy
        label={strip.response}
        value={response.medianS === null ? null : duration(response.medianS)}
        trouble={slow}
        note={strip.target(duration(targetS))}
      />
      <Figure
        roomy
        label={strip.answered}
        value={answered.share === null ? null : `${String(Math.round(answered.share * 100))}%`}
        note={strip.offers(answered.open)}
      />
      {may('volunteer.read') && <PeopleFigure />}
    </dl>
  )
}
