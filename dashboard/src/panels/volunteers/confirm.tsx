import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useVolunteerAct } from '../../api/act.ts'
import { useText } from '../../text/context.tsx'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { FormModal } from '../../ui/dialog.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { AskReason } from '../shared/ask-reason.tsx'

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
  return (
    <AskReason
      title={words.suspendTitle}
      intro={words.suspendIntro}
      hint={papers.whyHint}
      submit={words.suspend}
      look="danger"
      pending={act.isPending}
      error={act.error}
      onSubmit={(note) => act.mutate({ params: { id: volunteer.id }, body: { note } })}
      onClose={onClose}
    >
      <p className="font-medium">{volunteer.displayName}</p>
    </AskReason>
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
