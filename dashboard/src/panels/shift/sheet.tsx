import type { SheetView } from '#contracts/wire/routes/shifts.ts'
import { labelOf } from '../../text/catalogue.ts'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { longMoment } from '../../time/wita.ts'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { IncidentStatusChip } from '../shared/incident-status.tsx'
import { SheetBeside } from './sheet-beside.tsx'
import { Number, Part } from './sheet-part.tsx'

/** What one crew leaves to the next; printed as it stands. */
export const Sheet = ({ sheet }: { sheet: SheetView }) => {
  const { text, language } = useOfficeSpeech()
  const { desk, labels, incident: words } = text
  const { shift } = desk
  return (
    <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
      <Part title={shift.incidents} count={sheet.incidents.length} left={sheet.left?.incidents}>
        {sheet.incidents.map(({ incidentId, number, hazard, severity, title, status, wanted, filled }) => (
          <li key={incidentId} className="flex items-start gap-2">
            <SeverityMark severity={severity} />
            <span className="min-w-0 flex-1">
              <Number id={incidentId}>{number}</Number> {labels.hazard[hazard]}, {title}
              <span className="flex flex-wrap gap-x-3 text-[0.9rem] text-soft">
                <IncidentStatusChip status={status} />
                {wanted > 0 && (
                  <span>
                    {filled}/{wanted}
                  </span>
                )}
              </span>
            </span>
          </li>
        ))}
      </Part>
      <Part title={shift.out} count={sheet.out.length} left={sheet.left?.out}>
        {sheet.out.map(({ incidentId, number, name, state }) => (
          <li key={`${incidentId} ${name}`}>
            {name} · <Number id={incidentId}>{number}</Number> ·{' '}
            <span className="text-soft">{labelOf(labels.assignment, state)}</span>
          </li>
        ))}
      </Part>
      <Part title={shift.stalled} count={sheet.stalled.length} left={sheet.left?.stalled}>
        {sheet.stalled.map(({ incidentId, number, task }, index) => (
          <li key={`${incidentId} ${String(index)}`}>
            <Number id={incidentId}>{number}</Number> {task !== null && labels.task[task]}
          </li>
        ))}
      </Part>
      <Part title={shift.alarms} count={sheet.alarms.length} left={sheet.left?.alarms}>
        {sheet.alarms.map(({ incidentId, number, what, acknowledged }, index) => (
          <li key={`${incidentId} ${what} ${String(index)}`}>
            <Number id={incidentId}>{number}</Number> {labelOf(words.alarms.kinds, what)} ·{' '}
            <span className={acknowledged ? 'text-soft' : 'font-medium text-kritis'}>
              {acknowledged ? shift.seen : shift.unseen}
            </span>
          </li>
        ))}
      </Part>
      <SheetBeside sheet={sheet} />
      <section className="md:col-span-2">
        <h3 className="heading-small mb-1">{shift.chain}</h3>
        <p className="text-soft">
          {longMoment(sheet.at, language)} · {shift.chainAt(sheet.seq)}
        </p>
        <code className="text-[0.85rem] break-all">{sheet.hash ?? ''}</code>
      </section>
    </div>
  )
}
