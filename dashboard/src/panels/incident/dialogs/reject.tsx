import { useState } from 'react'
import type { RejectReason } from '#contracts/domain/words.ts'
import { codesOf } from '../../../text/codes.ts'
import { useText } from '../../../text/context.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { FormModal } from '../../../ui/dialog.tsx'
import type { DialogProps } from './host.tsx'
import { NoteField, noteBody } from './note-field.tsx'
import { useClosingAct } from './use-closing-act.ts'

export const Reject = ({ detail, onClose, onDone }: DialogProps) => {
  const { dialogs, labels, word, incident } = useText()
  const act = useClosingAct('rejectIncident', dialogs.done.rejected, onClose, onDone)
  const [reason, setReason] = useState<RejectReason | null>(null)
  const [note, setNote] = useState('')
  const [strict, setStrict] = useState(false)
  const submit = (): void => {
    setStrict(true)
    if (reason !== null)
      act.mutate({ params: { id: detail.incident.id }, body: { reason, ...noteBody(note) } })
  }
  return (
    <FormModal
      title={dialogs.reject.title}
      intro={dialogs.reject.intro}
      submit={incident.actions.reject}
      look="danger"
      pending={act.isPending}
      error={act.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Choices
        legend={word.reason}
        value={reason}
        onChange={setReason}
        error={strict && reason === null ? word.required : null}
        choices={codesOf(labels.rejectReason).map((value) => ({ value, label: labels.rejectReason[value] }))}
      />
      <NoteField note={note} onChange={setNote} />
    </FormModal>
  )
}
