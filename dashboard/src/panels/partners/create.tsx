import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { ShownSecret } from '#contracts/wire/routes/partner-views.ts'
import { usePartnerAct } from '../../api/desk-acts.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { CreateForm } from '../../ui/create-form.tsx'
import { forgetting } from '../../ui/forgetting.ts'
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
  const [shown, setShown] = useState<readonly ShownSecret[] | null>(null)
  const act = usePartnerAct('createPartner', ({ id, shown: secrets }) => {
    setShown(secrets)
    announce(words.done.created)
    void navigate(`/mitra/${id}`)
  })
  const body = { name: name.trim(), ref: ref.trim(), sandbox }
  const badRef = !goodRef.test(body.ref)
  return (
    <CreateForm
      title={words.create}
      intro={words.createIntro}
      act={act}
      shown={shown && <ShownSecrets secrets={shown} onClose={forgetting(act, onClose)} />}
      ready={body.name !== '' && !badRef}
      onSubmit={() => act.mutate({ body })}
      onClose={onClose}
    >
      {(strict) => (
        <>
          <TextField
            label={words.name}
            maxLength={80}
            autoComplete="off"
            error={strict && body.name === '' ? word.required : null}
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
            error={strict && badRef ? words.refHint : null}
            value={ref}
            onChange={(event) => setRef(event.target.value)}
          />
          <Check
            label={words.sandboxCheck}
            hint={words.sandboxHint}
            checked={sandbox}
            onChange={(event) => setSandbox(event.target.checked)}
          />
        </>
      )}
    </CreateForm>
  )
}
