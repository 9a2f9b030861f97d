import { useState } from 'react'
import type { Referral } from '#contracts/domain/words.ts'
import { codesOf } from '../../../text/codes.ts'
import { useText } from '../../../text/context.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { FormModal } from '../../../ui/dialog.tsx'
import type { DialogProps } from './host.tsx'
import { NoteField, noteBody } from './note-field.tsx'
import { useClosingAct } from './use-closing-act.ts'

export const Refer = ({ detail, onClose, onDone }: DialogProps) => {
  const { dialogs, labels, word, incident } = useText()
  const act = useClosingAct('referIncident', dialogs.done.referred, onClose, onDone)
  const [to, setTo] = useState<Referral | null>(null)
  const [note, setNote] = useState('')
  const [strict, setStrict] = useState(false)
  const submit = (): void => {
    setStrict(true)
    if (to !== null) act.mutate({ params: { id: detail.incident.id }, body: { to, ...noteBody(note) } })
  }
  return (
    <FormModal
      title={dialogs.refer.title}
      intro={dialogs.refer.intro}
      submit={incident.actions.refer}
      pending={act.isPending}
      error={act.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Choices
        row
        legend={dialogs.refer.to}
        value={to}
        onChange={setTo}
        error={strict && to === null ? word.required : null}
        choices={codesOf(labels.referral).map((value) => ({ value, label: labels.referral[value] }))}
      />
      <NoteField note={note} onChange={setNote} />
    </FormModal>
  )
}
