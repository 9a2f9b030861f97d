import type { Course } from '#contracts/domain/volunteer/facts.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useVolunteerAct } from '../../api/act.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useAnnounce } from '../../ui/toast.tsx'
import { AskReason } from '../shared/ask-reason.tsx'

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
  return (
    <AskReason
      title={papers.strikeOne(papers.courses[course])}
      intro={papers.strikeIntro}
      hint={papers.whyHint}
      submit={papers.strike}
      look="danger"
      pending={act.isPending}
      error={act.error}
      onSubmit={(note) => act.mutate({ params: { id: volunteer.id }, body: { course, note } })}
      onClose={onClose}
    >
      <p className="font-medium">{volunteer.displayName}</p>
    </AskReason>
  )
}
