import { useState } from 'react'
import type { Course } from '#contracts/domain/volunteer/facts.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useVolunteerAct } from '../../api/act.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { FormModal } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useAnnounce } from '../../ui/toast.tsx'

interface Props {
  volunteer: VolunteerView
  course: Course
  onClose: () => void
}

/** A training that was recorded by mistake: it goes, and why stands in his history. */
export const StrikeTraining = ({ volunteer, course, onClose }: Props) => {
  const { papers, dialogs } = useOfficeText()
  const announce = useAnnounce()
  const act = useVolunteerAct('strikeTraining', () => {
    onClose()
    announce(dialogs.done.edited)
  })
  const [note, setNote] = useState('')
  const [strict, setStrict] = useState(false)
  const why = note.trim()
  const submit = (): void => {
    setStrict(true)
    if (why !== '') act.mutate({ params: { id: volunteer.id }, body: { course, note: why } })
  }
  return (
    <FormModal
      title={papers.strikeOne(papers.courses[course])}
      intro={papers.strikeIntro}
      submit={papers.strike}
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
