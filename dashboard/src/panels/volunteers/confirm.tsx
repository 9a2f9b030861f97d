import { useState } from 'react'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useVolunteerAct } from '../../api/act.ts'
import { useText } from '../../text/context.tsx'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { FormModal } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useAnnounce } from '../../ui/toast.tsx'

interface Props {
  volunteer: VolunteerView
  onClose: () => void
}

/** No more offers. Why has to be said: he may ask, and so may whoever reinstates him. */
export const Suspend = ({ volunteer, onClose }: Props) => {
  const { volunteers: words, papers, dialogs } = useOfficeText()
  const announce = useAnnounce()
  const act = useVolunteerAct('suspendVolunteer', () => {
    onClose()
    announce(dialogs.done.standing)
  })
  const [note, setNote] = useState('')
  const [strict, setStrict] = useState(false)
  const why = note.trim()
  const submit = (): void => {
    setStrict(true)
    if (why !== '') act.mutate({ params: { id: volunteer.id }, body: { note: why } })
  }
  return (
    <FormModal
      title={words.suspendTitle}
      intro={words.suspendIntro}
      submit={words.suspend}
      look="danger"
      pending={act.isPending}
      error={act.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="font-medium">{volunteer.displayName}</p>
      <TextArea
        data-first
        label={papers.whySuspended}
        hint={papers.whySuspendedHint}
        error={strict && why === '' ? papers.whyMissing : null}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormModal>
  )
}

/** He leaves the programme for good. */
export const Withdraw = ({ volunteer, onClose }: Props) => {
  const { volunteers: words, dialogs } = useText()
  const announce = useAnnounce()
  const act = useVolunteerAct('withdrawVolunteer', () => {
    onClose()
    announce(dialogs.done.standing)
  })
  return (
    <FormModal
      title={words.withdrawTitle}
      intro={words.withdrawIntro}
      submit={words.withdraw}
      look="danger"
      pending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate({ params: { id: volunteer.id }, body: {} })}
      onClose={onClose}
    >
      <p className="font-medium">{volunteer.displayName}</p>
    </FormModal>
  )
}
