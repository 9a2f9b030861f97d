import { useState } from 'react'
import { AgreementKind } from '#contracts/domain/volunteer/facts.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useVolunteerAct } from '../../api/act.ts'
import { useText } from '../../text/context.tsx'
import { FormModal } from '../../ui/dialog.tsx'
import { Check } from '../../ui/field.tsx'
import { useAnnounce } from '../../ui/toast.tsx'

/** Nobody serves without consent and code of conduct: whoever admits him says that he has agreed to both. */
export const Admit = ({ volunteer, onClose }: { volunteer: VolunteerView; onClose: () => void }) => {
  const { volunteers: words, dialogs } = useText()
  const announce = useAnnounce()
  const act = useVolunteerAct('activateVolunteer', () => {
    onClose()
    announce(dialogs.done.standing)
  })
  const known = volunteer.agreements.map(({ to }) => to)
  const [agreed, setAgreed] = useState<readonly AgreementKind[]>(known)
  const [isWarned, setWarned] = useState(false)
  const isWhole = AgreementKind.options.every((kind) => agreed.includes(kind))
  const submit = (): void => {
    setWarned(!isWhole)
    if (!isWhole) return
    const agreements = agreed.filter((kind) => !known.includes(kind)).map((to) => ({ to }))
    act.mutate({ params: { id: volunteer.id }, body: agreements.length === 0 ? {} : { agreements } })
  }
  return (
    <FormModal
      title={words.admitTitle}
      intro={words.admitIntro}
      submit={words.activate}
      pending={act.isPending}
      error={act.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="font-medium">{volunteer.displayName}</p>
      {AgreementKind.options.map((kind) => (
        <Check
          key={kind}
          label={words.agreement[kind]}
          hint={words.agreementHint[kind]}
          checked={agreed.includes(kind)}
          disabled={known.includes(kind)}
          onChange={({ target }) =>
            setAgreed(target.checked ? [...agreed, kind] : agreed.filter((other) => other !== kind))
          }
        />
      ))}
      {isWarned && !isWhole && (
        <p role="alert" className="text-kritis">
          {words.agreementMissing}
        </p>
      )}
    </FormModal>
  )
}
