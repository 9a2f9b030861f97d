import type { LogEntryView, ShiftView } from '#contracts/wire/routes/shifts.ts'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { useNow } from '../../time/now.tsx'
import { clockTime, longMoment, shortMoment } from '../../time/wita.ts'
import { Button } from '../../ui/button.tsx'
import { Flag } from '../../ui/chip.tsx'

interface Props {
  entries: ShiftView['entries']
  /** Absent: nothing may be written here. */
  onCorrect?: ((entry: LogEntryView) => void) | undefined
}

/** The log of a shift, the latest first; what was corrected stays, with a word of it. */
export const Log = ({ entries, onCorrect }: Props) => {
  const { text, language } = useOfficeSpeech()
  const { shift } = text.desk
  const now = useNow(60_000)
  const corrected = new Set(entries.map(({ corrects }) => corrects))
  const timeOf = (entryId: string): string => {
    const entry = entries.find((one) => one.entryId === entryId)
    return entry === undefined ? '' : clockTime(entry.at, language)
  }
  if (entries.length === 0) return <p className="text-soft">{shift.logNone}</p>
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-panel">
      {entries.toReversed().map((entry) => (
        <li key={entry.entryId} className="px-3 py-2">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.9rem] text-soft">
            <time dateTime={entry.at} title={longMoment(entry.at, language)} className="font-medium">
              {shortMoment(entry.at, now, language)}
            </time>
            <span>{shift.categories[entry.category]}</span>
            <span>{entry.byName}</span>
            {entry.late && <Flag tone="trouble">{shift.late}</Flag>}
            {onCorrect && !corrected.has(entry.entryId) && (
              <Button
                look="plain"
                size="small"
                className="ml-auto print:hidden"
                onClick={() => onCorrect(entry)}
              >
                {shift.correct}
              </Button>
            )}
          </p>
          <p className="whitespace-pre-wrap">{entry.text ?? shift.erased}</p>
          {entry.corrects !== null && (
            <p className="text-[0.9rem] text-soft">{shift.corrects(timeOf(entry.corrects))}</p>
          )}
          {corrected.has(entry.entryId) && <p className="text-[0.9rem] text-tinggi">{shift.corrected}</p>}
        </li>
      ))}
    </ol>
  )
}
