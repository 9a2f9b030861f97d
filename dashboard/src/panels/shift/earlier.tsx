import { Printer } from 'lucide-react'
import type { ShiftView } from '#contracts/wire/routes/shifts.ts'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { longMoment } from '../../time/wita.ts'
import { Button } from '../../ui/button.tsx'
import { Handover } from './kept-sheet.tsx'
import { LogSection } from './log-section.tsx'

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
      <LogSection
        shift={shift}
        mayWrite={mayWrite}
        late={words.handedOverHint}
        heading="h3"
        className="mt-4"
      />
    </details>
  )
}
