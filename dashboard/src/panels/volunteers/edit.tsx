import { useState } from 'react'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useVolunteerAct } from '../../api/act.ts'
import type { Input } from '../../api/types.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { FormModal } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { dayExample } from '../../time/written.ts'
import { MIN_PHONE, PersonFields, type PersonDraft } from './person-form.tsx'
import { isNoDay, lastDay, validUntil } from './valid-day.ts'

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))

/** Corrects what is known of a volunteer; only what was changed is sent. */
export const EditVolunteer = ({ volunteer, onClose }: { volunteer: VolunteerView; onClose: () => void }) => {
  const { volunteers: words, papers, dialogs, word } = useOfficeText()
  const announce = useAnnounce()
  const act = useVolunteerAct('editVolunteer', () => {
    onClose()
    announce(dialogs.done.edited)
  })
  // What a colleague changes meanwhile is not what was changed here: it is not sent back.
  const [before] = useState(volunteer)
  const { displayName, plate, vehicle, skills, trainings, trainedUntil, insuredUntil } = before
  const [draft, setDraft] = useState<PersonDraft>({ displayName, phone: '', plate, vehicle, skills })
  const [trained, setTrained] = useState(lastDay(trainedUntil))
  const [insured, setInsured] = useState(lastDay(insuredUntil))
  const [isHalf, setHalf] = useState(false)
  const name = draft.displayName.trim()
  const phone = draft.phone.trim()
  const newTrained = validUntil(trained, trainedUntil)
  const newInsured = validUntil(insured, insuredUntil)
  // Where a basic training without an end is recorded, taking a later date away leaves that one standing.
  const isForEver = trainings.some(({ course, until }) => course === 'dasar' && until === null)
  const body: NonNullable<Input<'editVolunteer'>['body']> = {
    ...(name === displayName ? {} : { displayName: name }),
    ...(phone === '' ? {} : { phone }),
    ...(draft.plate.trim() === plate ? {} : { plate: draft.plate.trim() }),
    ...(draft.vehicle === vehicle ? {} : { vehicle: draft.vehicle }),
    ...(same(draft.skills, skills) ? {} : { skills: draft.skills }),
    ...(newTrained === undefined ? {} : { trainedUntil: newTrained }),
    ...(newInsured === undefined ? {} : { insuredUntil: newInsured }),
  }
  const bad = name === '' || draft.plate.trim() === '' || (phone !== '' && phone.length < MIN_PHONE)
  const submit = (): void => {
    const half = isNoDay(trained) || isNoDay(insured)
    setHalf(half)
    if (!half) act.mutate({ params: { id: volunteer.id }, body })
  }
  return (
    <FormModal
      title={words.editTitle}
      submit={word.save}
      pending={act.isPending}
      disabled={bad || (Object.keys(body).length === 0 && !isNoDay(trained) && !isNoDay(insured))}
      error={act.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <PersonFields
        strict
        phoneKept={volunteer.phoneMasked}
        draft={draft}
        set={(change) => setDraft((known) => ({ ...known, ...change }))}
      />
      <div className="grid gap-3.5 sm:grid-cols-2">
        <TextField
          optional
          placeholder={dayExample}
          inputMode="numeric"
          autoComplete="off"
          label={words.trainedUntil}
          hint={isForEver ? papers.emptyTrainingForEver : papers.emptyTraining}
          value={trained}
          onChange={(event) => setTrained(event.target.value)}
        />
        <TextField
          optional
          placeholder={dayExample}
          inputMode="numeric"
          autoComplete="off"
          label={words.insuredUntil}
          hint={papers.emptyInsurance}
          value={insured}
          onChange={(event) => setInsured(event.target.value)}
        />
      </div>
      {isHalf && (
        <p role="alert" className="text-kritis">
          {papers.halfDay}
        </p>
      )}
    </FormModal>
  )
}
