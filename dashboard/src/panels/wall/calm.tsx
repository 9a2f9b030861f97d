import type { Incident } from '#contracts/domain/incident/state.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { severitiesWorstFirst } from '../shared/severities.ts'

/** What goes as it should, in one line: it is told last. */
export const Calm = ({ incidents, trouble }: { incidents: readonly Incident[]; trouble: boolean }) => {
  const { wall, labels } = useOfficeText()
  const counts = severitiesWorstFirst
    .map((severity) => ({ severity, count: incidents.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
  return (
    <p className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 border-t border-line bg-panel px-4 text-[1.25rem] max-sm:py-1 max-sm:text-[1.05rem]">
      <span className={trouble ? 'text-soft' : 'font-semibold text-there'}>
        {wall.calm(incidents.length)}
      </span>
      {counts.map(({ severity, count }) => (
        <span key={severity} className="inline-flex items-center gap-1.5">
          <SeverityMark severity={severity} size={20} />
          <b className="font-semibold">{count}</b>
          <span className="text-[1.05rem] text-soft">{labels.severity[severity].toLowerCase()}</span>
        </span>
      ))}
    </p>
  )
}
