import { useRef, type FormEvent } from 'react'
import type { LogEntryView } from '#contracts/wire/routes/shifts.ts'
import { codesOf } from '../../text/codes.ts'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { clockTime } from '../../time/wita.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextArea } from '../../ui/field.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { stillAsSent } from '../incident/unsent.ts'
import { useUnsent } from '../incident/unsent-context.tsx'
import { useShiftAct } from './act.ts'

interface Props {
  shiftId: string
  correcting: LogEntryView | null
  /** Why what is written now is marked as late; absent: it is in time. */
  late?: string | undefined
  onDone: () => void
}

/** A new entry, or one that corrects another. What was typed stays until the server has taken it, whatever is looked at meanwhile. */
export const Write = ({ shiftId, correcting, late, onDone }: Props) => {
  const { text, language } = useOfficeSpeech()
  const { desk, word } = text
  const { shift } = desk
  const announce = useAnnounce()
  const about = correcting === null ? shiftId : `${shiftId} ${correcting.entryId}`
  const [body, setBody, clearSent] = useUnsent(about, 'log')
  const [chosen, choose] = useUnsent(about, 'category')
  const categories = codesOf(shift.categories)
  const category = categories.find((one) => one === chosen) ?? correcting?.category ?? 'kejadian'
  const typed = useRef(body)
  const write = (text: string): void => {
    typed.current = text
    setBody(text)
  }
  const act = useShiftAct('logEntry', (sent) => {
    announce(shift.written)
    clearSent(sent.body.text)
    // What was typed while it was under way is another entry: it stays.
    if (!stillAsSent(typed.current, sent.body.text)) return
    typed.current = ''
    onDone()
  })
  const cancel = (): void => {
    write('')
    onDone()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (body.trim() === '' || act.isPending) return
    const corrects = correcting === null ? {} : { corrects: correcting.entryId }
    act.mutate({ params: { id: shiftId }, body: { category, text: body.trim(), ...corrects } })
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-2 print:hidden">
      {correcting && (
        <p className="flex items-center gap-3 font-medium">
          {shift.correcting(clockTime(correcting.at, language))}
          <Button look="plain" size="small" onClick={cancel}>
            {word.cancel}
          </Button>
        </p>
      )}
      <TextArea
        label={late === undefined ? shift.entry : shift.lateEntry}
        hint={late === undefined ? shift.entryHint : `${late} ${shift.entryHint}`}
        maxLength={2000}
        rows={2}
        value={body}
        onChange={(event) => write(event.target.value)}
      />
      <div className="flex items-end gap-2">
        <SelectField
          label={shift.category}
          className="w-44"
          value={category}
          onChange={({ target }) => choose(target.value)}
        >
          {categories.map((one) => (
            <option key={one} value={one}>
              {shift.categories[one]}
            </option>
          ))}
        </SelectField>
        <Button type="submit" look="primary" pending={act.isPending} disabled={body.trim() === ''}>
          {shift.write}
        </Button>
      </div>
      {act.error && <ProblemNote error={act.error} acting />}
    </form>
  )
}
