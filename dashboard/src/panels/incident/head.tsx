import { ArrowLeft } from 'lucide-react'
import { Link } from 'react-router'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { longMoment, shortMoment } from '../../time/wita.ts'
import { Flag } from '../../ui/chip.tsx'
import { Ago } from '../../ui/running.tsx'
import { SeverityMark, SeverityWord } from '../../ui/severity-mark.tsx'
import { useAreas } from '../shared/areas.ts'
import { IncidentStatusChip } from '../shared/incident-status.tsx'
import { Actions } from './actions.tsx'
import { Lookers } from './lookers.tsx'
import { ReportLinks } from './report-links.tsx'

/** What it is, how grave, where, since when; and what can be done. */
export const Head = ({ detail }: { detail: IncidentDetail }) => {
  const { text, language } = useSpeech()
  const { incident: words, labels, word } = text
  const { incident } = detail
  const areas = useAreas()
  const now = useNow(60_000)
  return (
    <header className="flex flex-col gap-2 border-b border-line px-4 pt-2.5 pb-3 lg:px-5">
      <div className="flex min-h-7 items-center gap-x-2.5">
        <Link
          to="/kejadian"
          aria-label={word.back}
          className="-my-2 -ml-2 inline-grid size-9 shrink-0 place-items-center rounded-md text-soft hover:bg-raised md:hidden pointer-coarse:size-11"
        >
          <ArrowLeft aria-hidden size={19} />
        </Link>
        <span className="inline-flex items-center gap-1.5">
          <SeverityMark severity={incident.severity} size={20} />
          <SeverityWord severity={incident.severity} />
        </span>
        <span className="text-soft proportional-nums max-sm:sr-only">{incident.number}</span>
        <span aria-hidden className="text-soft sm:hidden">
          {incident.number.split('-').at(-1)}
        </span>
        {incident.drill && <Flag tone="drill">{word.drill}</Flag>}
        <span className="ml-auto">
          <IncidentStatusChip status={incident.status} />
        </span>
      </div>
      <div>
        <h2 className="text-[1.35rem] leading-tight font-semibold text-balance">
          {labels.hazard[incident.hazard]}, {areas.nameOf(incident.place)}
        </h2>
        <p className="mt-0.5 truncate text-soft" title={longMoment(incident.reportedAt, language)}>
          {areas.districtOf(incident.place)} ·{' '}
          {words.head.reported(shortMoment(incident.reportedAt, now, language))} ·{' '}
          <Ago at={incident.reportedAt} />
        </p>
        <Lookers incidentId={incident.id} />
      </div>
      <Actions key={incident.id} incident={incident} />
      <ReportLinks incidentId={incident.id} />
    </header>
  )
}
