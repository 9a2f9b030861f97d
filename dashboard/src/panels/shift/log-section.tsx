import type { ShiftView } from '#contracts/wire/routes/shifts.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { classes } from '../../ui/classes.ts'
import { useUnsent } from '../incident/unsent-context.tsx'
import { Log } from './log.tsx'
import { Write } from './write.tsx'

interface Props {
  shift: Pick<ShiftView, 'id' | 'entries'>
  mayWrite: boolean
  /** Why what is written now is marked as late; absent: it is in time. */
  late: string | undefined
  heading: 'h2' | 'h3'
  className?: string
}

/** The log of a shift, and over it the field in which who may writes into it or corrects an entry. */
export const LogSection = ({ shift, mayWrite, late, heading: Heading, className }: Props) => {
  const words = useOfficeText().desk.shift
  const [corrected, correct] = useUnsent(shift.id, 'correcting')
  const correcting = shift.entries.find(({ entryId }) => entryId === corrected) ?? null
  return (
    <section aria-label={words.log} className={classes('flex flex-col gap-3', className)}>
      <Heading className="heading-small">{words.log}</Heading>
      {mayWrite && (
        <Write
          key={correcting?.entryId ?? ''}
          shiftId={shift.id}
          correcting={correcting}
          late={late}
          onDone={() => correct('')}
        />
      )}
      <Log entries={shift.entries} onCorrect={mayWrite ? ({ entryId }) => correct(entryId) : undefined} />
    </section>
  )
}
