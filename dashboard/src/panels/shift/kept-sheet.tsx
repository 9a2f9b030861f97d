import type { ShiftView } from '#contracts/wire/routes/shifts.ts'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { longMoment } from '../../time/wita.ts'
import { Sheet } from './sheet.tsx'

/** When and by whom a shift was handed over, what was said with it, and the sheet as it was kept. */
export const Handover = ({ handedOver }: { handedOver: NonNullable<ShiftView['handedOver']> }) => {
  const { text, language } = useOfficeSpeech()
  const words = text.desk.shift
  return (
    <>
      <p>{words.handedOverAt(longMoment(handedOver.at, language), handedOver.byName)}</p>
      {handedOver.note !== null && <p className="whitespace-pre-wrap">“{handedOver.note}”</p>}
      <Sheet sheet={handedOver.sheet} />
    </>
  )
}

/** The sheet of an earlier shift on paper, with its anchor and nothing else: on the screen there is nothing of it. */
export const KeptSheet = ({ shift }: { shift: ShiftView }) => {
  const { text, language } = useOfficeSpeech()
  const words = text.desk.shift
  return (
    <section aria-label={words.sheet} className="hidden flex-col gap-3 print:flex">
      <h2 className="text-[1.35rem] font-semibold">
        {words.title}: {words.sheet}
      </h2>
      <p>
        <span className="font-medium">{shift.crew.join(', ')}</span> ·{' '}
        {words.since(longMoment(shift.startedAt, language))}
      </p>
      {shift.handedOver && <Handover handedOver={shift.handedOver} />}
    </section>
  )
}
