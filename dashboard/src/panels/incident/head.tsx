import { ArrowLeft } from 'lucide-react'
import { Link } from 'react-router'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useSpeech } from '../../text/context.tsx'
import { longMoment } from '../../time/wita.ts'
import { Flag } from '../../ui/chip.tsx'
import { Ago } from '../../ui/running.tsx'
import { SeverityMark, SeverityWord } from '../../ui/severity-mark.tsx'
import { useAreas } from '../shared/areas.ts'
import { IncidentStatusChip } from '../shared/incident-status.tsx'
import { Actions } from './actions.tsx'

/** What it is, how grave, where, since when; and what can be done. */
export const Head = ({ detail }: { detail: IncidentDetail }) => {
  const { text, language } = useSpeech()
  const { incident: words, labels, word } = text
  const { incident } = detail
  const areas = useAreas()
  return (
    <header className="flex flex-col gap-2.5 border-b border-line px-4 pt-3 pb-3.5 lg:px-5">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Link
          to="/kejadian"
          aria-label={word.back}
          className="-ml-1.5 inline-grid size-9 place-items-center rounded-md text-soft hover:bg-raised md:hidden pointer-coarse:size-11"
        >
          <ArrowLeft aria-hidden size={19} />
        </Link>
        <span className="inline-flex items-center gap-1.5">
          <SeverityMark severity={incident.severity} size={20} />
          <SeverityWord severity={incident.severity} />
        </span>
        <span className="text-soft proportional-nums">{incident.number}</span>
        {incident.drill && <Flag tone="drill">{word.drill}</Flag>}
        <span className="sm:ml-auto">
          <IncidentStatusChip status={incident.status} />
        </span>
      </div>
      <div>
        <h2 className="text-[1.35rem] leading-tight font-semibold text-balance">
          {labels.hazard[incident.hazard]}, {areas.nameOf(incident.place)}
        </h2>
        <p className="mt-0.5 text-soft">
          {words.head.reported(longMoment(incident.reportedAt, language))} · <Ago at={incident.reportedAt} />
        </p>
      </div>
      <Actions key={incident.id} incident={incident} />
    </header>
  )
}
