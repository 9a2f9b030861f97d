import { useState } from 'react'
import type { Course } from '#contracts/domain/volunteer/facts.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useVolunteerAct } from '../../api/act.ts'
import { codesOf } from '../../text/codes.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Choices } from '../../ui/choices.tsx'
import { FormModal } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { dayExample, endOfDay } from '../../time/written.ts'

interface Props {
  volunteer: VolunteerView
  onClose: () => void
}

/** He was trained in a course, until a day or for good. */
export const RecordTraining = ({ volunteer, onClose }: Props) => {
  const { papers, dialogs } = useOfficeText()
  const announce = useAnnounce()
  const act = useVolunteerAct('recordTraining', () => {
    onClose()
    announce(dialogs.done.edited)
  })
  const [course, setCourse] = useState<Course>('dasar')
  const [validity, setValidity] = useState<'limited' | 'forEver'>('limited')
  const [day, setDay] = useState('')
  const [strict, setStrict] = useState(false)
  const until = validity === 'forEver' ? null : endOfDay(day)
  const isMissing = validity === 'limited' && until === null
  const submit = (): void => {
    setStrict(true)
    if (isMissing) return
    act.mutate({ params: { id: volunteer.id }, body: { course, until } })
  }
  return (
    <FormModal
      title={papers.record}
      intro={papers.recordIntro}
      submit={papers.record}
      pending={act.isPending}
      error={act.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="font-medium">{volunteer.displayName}</p>
      <Choices<Course>
        legend={papers.course}
        choices={codesOf(papers.courses).map((value) => ({
          value,
          label: papers.courses[value],
          hint: papers.courseFor[value],
        }))}
        value={course}
        onChange={setCourse}
      />
      <Choices<'limited' | 'forEver'>
        row
        legend={papers.validity}
        choices={[
          { value: 'limited', label: papers.limited },
          { value: 'forEver', label: papers.forEver },
        ]}
        value={validity}
        onChange={setValidity}
      />
      {validity === 'limited' && (
        <TextField
          placeholder={dayExample}
          inputMode="numeric"
          autoComplete="off"
          label={papers.lastDay}
          error={strict && isMissing ? papers.badDay : null}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      )}
    </FormModal>
  )
}
