import { useState } from 'react'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useVolunteerAct } from '../../api/act.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { FormModal } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { hoursOf } from './hours.ts'

interface Props {
  volunteer: VolunteerView
  onClose: () => void
}

/** His own limit on duty; emptied, only the agency's counts. */
export const DutyLimit = ({ volunteer, onClose }: Props) => {
  const { papers, dialogs, word } = useOfficeText()
  const announce = useAnnounce()
  const act = useVolunteerAct('limitDuty', () => {
    onClose()
    announce(dialogs.done.edited)
  })
  const known = volunteer.dutyLimitS === null ? null : Math.round(volunteer.dutyLimitS / 3600)
  const [typed, setTyped] = useState(known === null ? '' : String(known))
  const hours = hoursOf(typed)
  return (
    <FormModal
      title={papers.limitTitle}
      intro={papers.limitIntro(papers.span(Math.floor(volunteer.agencyDutyLimitS / 60)))}
      submit={word.save}
      pending={act.isPending}
      disabled={hours === undefined || hours === known}
      error={act.error}
      onSubmit={() => {
        if (hours !== undefined) act.mutate({ params: { id: volunteer.id }, body: { hours } })
      }}
      onClose={onClose}
    >
      <p className="font-medium">{volunteer.displayName}</p>
      <TextField
        optional
        data-first
        inputMode="numeric"
        label={papers.ownHours}
        hint={papers.ownHoursHint}
        error={hours === undefined ? papers.badHours : null}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </FormModal>
  )
}
