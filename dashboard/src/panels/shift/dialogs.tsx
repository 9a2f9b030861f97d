import { useState } from 'react'
import type { ShiftView } from '#contracts/wire/routes/shifts.ts'
import { isUncertain } from '../../api/problem.ts'
import { useRead } from '../../api/queries.ts'
import { useOfficeSpeech, useOfficeText } from '../../text/office/use-office-text.ts'
import { useClock } from '../../time/now.tsx'
import { longMoment } from '../../time/wita.ts'
import { FormModal } from '../../ui/dialog.tsx'
import { Loading } from '../../ui/empty.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { occurredAt } from '../report/occurred.ts'
import { useShiftAct } from './act.ts'
import { Sheet } from './sheet.tsx'

interface Props {
  onClose: () => void
}

/** A moment ahead, as a person in Kupang writes it: a time alone is the next one, not the last. */
const ahead = (typed: string, now: number): string | null => {
  const moment = occurredAt(typed, now)
  if (moment === null) return null
  const at = Date.parse(moment)
  const next = at <= now && /^\d{1,2}[.:]\d{2}$/.test(typed.trim()) ? at + 86_400_000 : at
  return next > now ? new Date(next).toISOString() : null
}

/** Who comes on duty, and until when the log is kept in time. */
export const StartShift = ({ onClose }: Props) => {
  const { shift } = useOfficeText().desk
  const announce = useAnnounce()
  const clock = useClock()
  const [crew, setCrew] = useState('')
  const [cutoff, setCutoff] = useState('')
  const [strict, setStrict] = useState(false)
  const act = useShiftAct('startShift', () => {
    onClose()
    announce(shift.started)
  })
  const names = crew
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const cutoffAt = ahead(cutoff, clock.now())
  const { required } = useOfficeText().word
  const submit = (): void => {
    setStrict(true)
    if (names.length > 0 && cutoffAt !== null) act.mutate({ body: { crew: names, cutoffAt } })
  }
  return (
    <FormModal
      title={shift.start}
      intro={shift.startIntro}
      submit={shift.start}
      pending={act.isPending}
      error={act.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea
        label={shift.crew}
        hint={shift.crewHint}
        error={strict && names.length === 0 ? required : null}
        value={crew}
        onChange={(event) => setCrew(event.target.value)}
      />
      <TextField
        label={shift.cutoff}
        hint={shift.cutoffHint}
        error={strict && cutoffAt === null ? shift.badCutoff : null}
        value={cutoff}
        onChange={(event) => setCutoff(event.target.value)}
      />
    </FormModal>
  )
}

interface HandOverProps extends Props {
  /** The shift that was the present one when this was asked for: the next crew's is not ended instead of it. */
  id: string
  /** Somebody else has done it meanwhile. */
  handedOver: ShiftView['handedOver']
}

/** Ends the shift over the sheet that will be kept. */
export const HandOver = ({ id, handedOver, onClose }: HandOverProps) => {
  const { text, language } = useOfficeSpeech()
  const { desk, word } = text
  const { shift } = desk
  const announce = useAnnounce()
  const [note, setNote] = useState('')
  const sheet = useRead('handoverSheet', ['sheet'], {})
  const act = useShiftAct('handOverShift', () => {
    onClose()
    announce(shift.handedOver)
  })
  // What had no answer may have been done by this very press: it can be sent again, and is then told.
  const tooLate = !act.isPending && !isUncertain(act.error) && handedOver !== null
  return (
    <FormModal
      wide
      title={shift.handOver}
      intro={shift.handOverIntro}
      submit={shift.handOver}
      pending={act.isPending}
      disabled={tooLate}
      error={act.error}
      onSubmit={() => act.mutate({ params: { id }, body: note.trim() === '' ? {} : { note: note.trim() } })}
      onClose={onClose}
    >
      {tooLate && (
        <p role="alert" className="font-medium text-kritis">
          {shift.overAlready(longMoment(handedOver.at, language), handedOver.byName)}
        </p>
      )}
      <TextArea
        optional
        label={shift.note}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {sheet.isError && <ProblemNote error={sheet.error} onRetry={() => void sheet.refetch()} />}
      {sheet.isPending && <Loading label={word.loading} />}
      {sheet.data && <Sheet sheet={sheet.data} />}
    </FormModal>
  )
}
