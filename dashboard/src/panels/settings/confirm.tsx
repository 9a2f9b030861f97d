import { useState } from 'react'
import type { Difference } from '#contracts/domain/difference.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { FormModal } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Differences } from './differences.tsx'

const LEAST = 3

interface Props {
  /** From when on it holds. */
  intro: string
  differences: readonly Difference[]
  pending: boolean
  error: Error | null
  onSubmit: (reason: string) => void
  onClose: () => void
}

/** What is about to become different, before it does; and why. */
export const ConfirmChange = ({ intro, differences, pending, error, onSubmit, onClose }: Props) => {
  const { confirm } = useOfficeText().settings
  const [reason, setReason] = useState('')
  const [strict, setStrict] = useState(false)
  const isShort = reason.trim().length < LEAST
  const submit = (): void => {
    setStrict(true)
    if (!isShort) onSubmit(reason.trim())
  }
  return (
    <FormModal
      title={confirm.title}
      intro={intro}
      submit={confirm.submit}
      pending={pending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Differences of={differences} />
      <TextArea
        data-first
        label={confirm.reason}
        hint={confirm.reasonHint}
        maxLength={500}
        error={strict && isShort ? confirm.reasonHint : null}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormModal>
  )
}
