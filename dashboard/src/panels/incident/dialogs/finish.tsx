import { useState } from 'react'
import { isActive } from '#contracts/domain/incident/read.ts'
import { useText } from '../../../text/context.tsx'
import { FormModal } from '../../../ui/dialog.tsx'
import type { DialogProps } from './host.tsx'
import { NoteField, noteBody } from './note-field.tsx'
import { useClosingAct } from './use-closing-act.ts'

type Finishing = 'control' | 'resume' | 'close'

const acts = {
  control: { name: 'controlIncident', done: 'controlled' },
  resume: { name: 'resumeIncident', done: 'resumed' },
  close: { name: 'closeIncident', done: 'closed' },
} as const satisfies Record<Finishing, unknown>

/** Under control, flared up again, the end: each with a note, if wanted. */
export const Finish = ({ detail, onClose, step }: DialogProps & { step: Finishing }) => {
  const { dialogs, incident: words } = useText()
  const { name, done } = acts[step]
  const act = useClosingAct(name, dialogs.done[done], onClose)
  const [note, setNote] = useState('')
  const teamOut = step === 'close' && detail.incident.assignments.some(isActive)
  return (
    <FormModal
      title={dialogs[step].title}
      intro={dialogs[step].intro}
      submit={dialogs[step].confirm}
      pending={act.isPending}
      disabled={teamOut}
      error={act.error}
      onSubmit={() => act.mutate({ params: { id: detail.incident.id }, body: noteBody(note) })}
      onClose={onClose}
    >
      {teamOut && <p className="font-medium text-tinggi">{words.actions.closeTeamOut}</p>}
      <NoteField note={note} onChange={setNote} />
    </FormModal>
  )
}
