import { useState, type ReactNode } from 'react'
import { useText } from '../../text/context.tsx'
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
  /** With the reason, without blanks around it. */
  onSubmit: (reason: string) => void
  onClose: () => void
  /** Above the field: whom or what it is about. */
  children?: ReactNode
}

/** An action that wants a reason: it stands in the ledger. */
export const AskReason = ({ hint, onSubmit, children, ...modal }: Props) => {
  const { word } = useText()
  const [typed, setTyped] = useState('')
  const [strict, setStrict] = useState(false)
  const reason = typed.trim()
  const submit = (): void => {
    setStrict(true)
    if (reason !== '') onSubmit(reason)
  }
  return (
    <FormModal {...modal} onSubmit={submit}>
      {children}
      <TextArea
        data-first
        label={word.reason}
        hint={hint}
        maxLength={2000}
        error={strict && reason === '' ? word.required : null}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </FormModal>
  )
}
