import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'
import { Empty, Loading } from '../../ui/empty.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { useAreas } from '../shared/areas.ts'
import { IncidentStatusChip } from '../shared/incident-status.tsx'
import { useReported } from './queries.ts'

/** The incidents about which something may be written, the latest first. */
export const IncidentChoice = () => {
  const { text, language } = useOfficeSpeech()
  const { reports, labels, word } = text
  const areas = useAreas()
  const now = useNow(60_000)
  const [q, setQ] = useState('')
  const found = useReported(useDeferredValue(q.trim()))
  return (
    <div className="max-w-[56rem]">
      <label className="relative block">
        <span className="sr-only">{reports.search}</span>
        <Search aria-hidden size={16} className="absolute top-3 left-2.5 text-faint" />
        <input
          type="search"
          className="field pl-8"
          placeholder={reports.search}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
      </label>
      {found.isError && <ProblemNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Loading label={word.loading} />}
      {found.data?.incidents.length === 0 && <Empty title={reports.none} />}
      <ul className="mt-3 divide-y divide-line rounded-lg border border-line bg-panel empty:hidden">
        {found.data?.incidents.map(({ id, severity, hazard, place, number, reportedAt, status, drill }) => (
          <li key={id}>
            <Link
              to={`/laporan/kejadian/${id}`}
              className="flex min-h-11 items-center gap-2.5 px-3 py-2 hover:bg-raised"
            >
              <SeverityMark severity={severity} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-semibold">
                  {labels.hazard[hazard]}, {areas.nameOf(place)}
                </span>
                <span className="block truncate text-[0.88rem] text-soft">
                  {number} · {shortMoment(reportedAt, now, language)}
                  {drill && ` · ${word.drill}`}
                </span>
              </span>
              <IncidentStatusChip status={status} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
