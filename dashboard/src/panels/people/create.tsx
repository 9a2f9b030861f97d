import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Role } from '#contracts/domain/roles.ts'
import { useUserAct } from '../../api/desk-acts.ts'
import { useReference } from '../../api/queries.ts'
import { codesOf } from '../../text/codes.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { CreateForm } from '../../ui/create-form.tsx'
import { forgetting } from '../../ui/forgetting.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { ShownPassword } from './shown-password.tsx'

const MIN_LOGIN = 3

/** Somebody new; then his first password, which is shown this once. */
export const CreateUser = ({ onClose }: { onClose: () => void }) => {
  const { people: words, labels, word } = useOfficeText()
  const announce = useAnnounce()
  const navigate = useNavigate()
  const partners = useReference().data?.partners ?? []
  const [login, setLogin] = useState('')
  const [displayName, setDisplayName] = useState('')
  const [role, setRole] = useState<Role>('operator')
  const [partnerId, setPartnerId] = useState('')
  const [made, setMade] = useState<{ login: string; password: string | null } | null>(null)
  const act = useUserAct('createUser', (answer) => {
    setMade({ login: answer.login, password: answer.password })
    announce(words.done.created)
    void navigate(`/pengguna/${answer.id}`)
  })
  const isEngineer = role === 'partner_admin'
  const badLogin = login.trim().length < MIN_LOGIN
  const body = { login: login.trim(), displayName: displayName.trim(), role }
  return (
    <CreateForm
      title={words.create}
      intro={words.createIntro}
      act={act}
      shown={made && <ShownPassword {...made} onClose={forgetting(act, onClose)} />}
      ready={!badLogin && body.displayName !== '' && (!isEngineer || partnerId !== '')}
      onSubmit={() => act.mutate({ body: isEngineer ? { ...body, partnerId } : body })}
      onClose={onClose}
    >
      {(strict) => (
        <>
          <TextField
            label={words.name}
            maxLength={80}
            autoComplete="off"
            error={strict && body.displayName === '' ? word.required : null}
            value={displayName}
            onChange={(event) => setDisplayName(event.target.value)}
          />
          <TextField
            label={words.login}
            hint={words.loginHint}
            maxLength={80}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            error={strict && badLogin ? words.loginHint : null}
            value={login}
            onChange={(event) => setLogin(event.target.value)}
          />
          <SelectField
            label={words.role}
            value={role}
            onChange={(event) =>
              setRole(codesOf(labels.role).find((code) => code === event.target.value) ?? 'operator')
            }
          >
            {codesOf(labels.role).map((code) => (
              <option key={code} value={code}>
                {labels.role[code]}
              </option>
            ))}
          </SelectField>
          {isEngineer && (
            <SelectField
              label={words.partner}
              error={strict && partnerId === '' ? word.required : null}
              value={partnerId}
              onChange={(event) => setPartnerId(event.target.value)}
            >
              <option value="">–</option>
              {partners.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
          )}
        </>
      )}
    </CreateForm>
  )
}
