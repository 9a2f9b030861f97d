import { useState } from 'react'
import { useText } from '../../../text/context.tsx'
import { FormModal } from '../../../ui/dialog.tsx'
import { needName } from '../names.ts'
import type { DialogProps } from './host.tsx'
import { NoteField, noteBody } from './note-field.tsx'
import { useClosingAct } from './use-closing-act.ts'

export const DropNeed = ({ detail, onClose, needId }: DialogProps & { needId: string }) => {
  const text = useText()
  const { dropNeed, done } = text.dialogs
  const act = useClosingAct('dropNeed', done.needDropped, onClose)
  const [note, setNote] = useState('')
  const need = detail.incident.needs.find(({ id }) => id === needId)
  return (
    <FormModal
      title={dropNeed.title}
      intro={dropNeed.intro(need ? needName(text, need) : '')}
      submit={dropNeed.confirm}
      look="danger"
      pending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate({ params: { id: detail.incident.id, needId }, body: noteBody(note) })}
      onClose={onClose}
    >
      <NoteField note={note} onChange={setNote} />
    </FormModal>
  )
}
