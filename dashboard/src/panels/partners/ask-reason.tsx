import { useState } from 'react'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { FormModal } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'

interface Props {
  title: string
  intro: string
  submit: string
  hint?: string
  look?: 'primary' | 'danger'
  pending: boolean
  error: Error | null
  onSubmit: (reason: string) => void
  onClose: () => void
}

/** An action that wants a reason: it stands in the ledger. */
export const AskReason = ({ hint, onSubmit, ...modal }: Props) => {
  const { partners: words, word } = useOfficeText()
  const [reason, setReason] = useState('')
  const [strict, setStrict] = useState(false)
  const submit = (): void => {
    setStrict(true)
    if (reason.trim() !== '') onSubmit(reason.trim())
  }
  return (
    <FormModal {...modal} onSubmit={submit}>
      <TextArea
        label={words.reason}
        hint={hint}
        maxLength={2000}
        error={strict && reason.trim() === '' ? word.required : null}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormModal>
  )
}
