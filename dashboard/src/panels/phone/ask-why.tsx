import { useState } from 'react'
import type { CallReason } from '#contracts/domain/words.ts'
import { codesOf } from '../../text/codes.ts'
import { useText } from '../../text/context.tsx'
import { Choices } from '../../ui/choices.tsx'
import { FormModal } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'

interface Props {
  name: string
  pending: boolean
  error: Error | null
  onSubmit: (why: { reason: CallReason; note?: string }) => void
  onClose: () => void
}

/** Before a number is shown: why. It stands in the ledger with the name of whoever asked. */
export const AskWhy = ({ name, onSubmit, ...modal }: Props) => {
  const { phone: words, labels, word } = useText()
  const [reason, setReason] = useState<CallReason | null>(null)
  const [note, setNote] = useState('')
  const [strict, setStrict] = useState(false)
  const written = note.trim()
  const lacksNote = reason === 'lainnya' && written === ''
  const submit = (): void => {
    setStrict(true)
    if (reason !== null && !lacksNote) onSubmit({ reason, ...(written === '' ? {} : { note: written }) })
  }
  return (
    <FormModal title={words.title(name)} intro={words.intro} submit={words.show} onSubmit={submit} {...modal}>
      <Choices
        row
        legend={word.reason}
        value={reason}
        onChange={setReason}
        error={strict && reason === null ? words.chooseReason : null}
        choices={codesOf(labels.callReason).map((code) => ({ value: code, label: labels.callReason[code] }))}
      />
      <TextArea
        optional={reason !== 'lainnya'}
        label={words.note}
        maxLength={500}
        rows={2}
        error={strict && lacksNote ? word.required : null}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormModal>
  )
}
