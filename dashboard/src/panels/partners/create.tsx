import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { ShownSecret } from '#contracts/wire/routes/partner-views.ts'
import { usePartnerAct } from '../../api/desk-acts.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { FormModal } from '../../ui/dialog.tsx'
import { Check, TextField } from '../../ui/field.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { ShownSecrets } from './shown-secrets.tsx'

const goodRef = /^[a-z][a-z0-9-]{1,39}$/

/** A new partner; then his secrets, which are shown this once. */
export const CreatePartner = ({ onClose }: { onClose: () => void }) => {
  const { partners: words, word } = useOfficeText()
  const announce = useAnnounce()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [ref, setRef] = useState('')
  const [sandbox, setSandbox] = useState(false)
  const [strict, setStrict] = useState(false)
  const [shown, setShown] = useState<readonly ShownSecret[] | null>(null)
  const act = usePartnerAct('createPartner', ({ id, shown: secrets }) => {
    setShown(secrets)
    announce(words.done.created)
    void navigate(`/mitra/${id}`)
  })
  const close = (): void => {
    // The answer holds the secrets: it is not kept longer than they are shown.
    act.reset()
    onClose()
  }
  if (shown !== null) return <ShownSecrets secrets={shown} onClose={close} />
  const submit = (): void => {
    setStrict(true)
    const body = { name: name.trim(), ref: ref.trim(), sandbox }
    if (body.name !== '' && goodRef.test(body.ref)) act.mutate({ body })
  }
  return (
    <FormModal
      title={words.create}
      intro={words.createIntro}
      submit={words.create}
      pending={act.isPending}
      error={act.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        maxLength={80}
        autoComplete="off"
        error={strict && name.trim() === '' ? word.required : null}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={words.ref}
        hint={words.refHint}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={strict && !goodRef.test(ref.trim()) ? words.refHint : null}
        value={ref}
        onChange={(event) => setRef(event.target.value)}
      />
      <Check
        label={words.sandboxCheck}
        hint={words.sandboxHint}
        checked={sandbox}
        onChange={(event) => setSandbox(event.target.checked)}
      />
    </FormModal>
  )
}
