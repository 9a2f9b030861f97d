import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useVolunteerAct } from '../../api/act.ts'
import { useText } from '../../text/context.tsx'
import { FormModal } from '../../ui/dialog.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { MIN_PHONE, PersonFields, type PersonDraft } from './person-form.tsx'

const empty: PersonDraft = { displayName: '', phone: '', plate: '', vehicle: 'motorcycle', skills: [] }

/** A new volunteer of the built-in partner, served by task link. */
export const Register = ({ onClose }: { onClose: () => void }) => {
  const { volunteers: words, dialogs } = useText()
  const announce = useAnnounce()
  const navigate = useNavigate()
  const act = useVolunteerAct('registerVolunteer', ({ id }) => {
    onClose()
    announce(dialogs.done.registered)
    void navigate(`/relawan/${id}`)
  })
  const [draft, setDraft] = useState(empty)
  const [strict, setStrict] = useState(false)
  const submit = (): void => {
    setStrict(true)
    const { displayName, phone, plate } = draft
    if (displayName.trim() === '' || plate.trim() === '' || phone.trim().length < MIN_PHONE) return
    act.mutate({
      body: { ...draft, displayName: displayName.trim(), phone: phone.trim(), plate: plate.trim() },
    })
  }
  return (
    <FormModal
      title={words.register}
      intro={words.registerIntro}
      submit={words.register}
      pending={act.isPending}
      error={act.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <PersonFields
        strict={strict}
        draft={draft}
        set={(change) => setDraft((known) => ({ ...known, ...change }))}
      />
    </FormModal>
  )
}
