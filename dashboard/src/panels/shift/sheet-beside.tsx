import { Link } from 'react-router'
import type { SheetView } from '#contracts/wire/routes/shifts.ts'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { shortMoment } from '../../time/wita.ts'
import { Number, Part } from './sheet-part.tsx'

/** What the next crew must know beside the incidents: who waits for a call, where it is dangerous, who calls for help. */
export const SheetBeside = ({ sheet }: { sheet: SheetView }) => {
  const { text, language } = useOfficeSpeech()
  const { shift } = text.desk
  const moment = (at: string): string => shortMoment(at, Date.parse(sheet.at), language)
  return (
    <>
      {sheet.sos && (
        <Part title={shift.sos} count={sheet.sos.length} left={sheet.left?.sos}>
          {sheet.sos.map(({ volunteerId, name, since }) => (
            <li key={volunteerId} className="font-medium text-kritis">
              <Link to={`/relawan/${volunteerId}`} className="underline-offset-4 hover:underline">
                {name}
              </Link>{' '}
              · {shift.calledAt(moment(since))}
            </li>
          ))}
        </Part>
      )}
      {sheet.callbacks && (
        <Part title={shift.callbacks} count={sheet.callbacks.length} left={sheet.left?.callbacks}>
          {sheet.callbacks.map(({ incidentId, number, due }) => (
            <li key={incidentId}>
              <Number id={incidentId}>{number}</Number> ·{' '}
              {due < sheet.at ? (
                <span className="font-medium text-kritis">{text.phone.overdue(moment(due))}</span>
              ) : (
                text.phone.due(moment(due))
              )}
            </li>
          ))}
        </Part>
      )}
      {sheet.zones && (
        <Part title={text.zones.title} count={sheet.zones.length} left={sheet.left?.zones}>
          {sheet.zones.map(({ id, kind, bars, from, until, reason, drill }) => (
            <li key={id}>
              {drill && `${text.zones.drill}: `}
              {text.zones.kind[kind]} · {reason}
              <span className="block text-[0.9rem] text-soft">
                {text.zones.bars}: {bars.map((vehicle) => text.labels.vehicle[vehicle]).join(', ')} ·{' '}
                {text.zones.times(moment(from), moment(until))}
              </span>
            </li>
          ))}
        </Part>
      )}
    </>
  )
}
