import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { LogEntryView, ShiftView } from '#contracts/wire/routes/shifts.ts'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { longMoment } from '../../time/wita.ts'
import { Button } from '../../ui/button.tsx'
import { Handover } from './kept-sheet.tsx'
import { Log } from './log.tsx'
import { Write } from './write.tsx'

interface Props {
  shift: ShiftView
  /** Something that was forgotten may still be written down. */
  mayWrite: boolean
  onPrint: () => void
}

/** A shift that was handed over: its sheet as it was kept, its log, and what is remembered too late. */
export const Earlier = ({ shift, mayWrite, onPrint }: Props) => {
  const { text, language } = useOfficeSpeech()
  const words = text.desk.shift
  const [correcting, setCorrecting] = useState<LogEntryView | null>(null)
  return (
    <details className="rounded-lg border border-line bg-panel px-4 py-3">
      <summary className="cursor-pointer">
        <span className="font-medium">{shift.crew.join(', ')}</span>
        <span className="ml-2 text-soft">{words.since(longMoment(shift.startedAt, language))}</span>
      </summary>
      {shift.handedOver && (
        <div className="mt-3 flex flex-col items-start gap-3">
          <Button size="small" icon={Printer} onClick={onPrint}>
            {words.printKept}
          </Button>
          <Handover handedOver={shift.handedOver} />
        </div>
      )}
      <section aria-label={words.log} className="mt-4 flex flex-col gap-3">
        <h3 className="heading-small">{words.log}</h3>
        {mayWrite && (
          <Write
            key={correcting?.entryId ?? ''}
            shiftId={shift.id}
            correcting={correcting}
            late={words.handedOverHint}
            onDone={() => setCorrecting(null)}
          />
        )}
        <Log entries={shift.entries} onCorrect={mayWrite ? setCorrecting : undefined} />
      </section>
    </details>
  )
}
