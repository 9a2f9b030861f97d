import { useState } from 'react'
import type { UserView } from '#contracts/wire/routes/users.ts'
import { useUserAct } from '../../api/desk-acts.ts'
import { codesOf } from '../../text/codes.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Choices } from '../../ui/choices.tsx'
import { FormModal } from '../../ui/dialog.tsx'
import { useAnnounce } from '../../ui/toast.tsx'

/** Another role; nobody becomes an engineer of a partner. */
export const ChangeRole = ({ user, onClose }: { user: UserView; onClose: () => void }) => {
  const { people: words, labels } = useOfficeText()
  const announce = useAnnounce()
  const [role, setRole] = useState(user.role)
  const act = useUserAct('changeRole', () => {
    onClose()
    announce(words.done.role)
  })
  return (
    <FormModal
      title={`${words.changeRole}: ${user.displayName}`}
      intro={words.changeRoleIntro}
      submit={words.changeRole}
      pending={act.isPending}
      disabled={role === user.role}
      error={act.error}
      onSubmit={() => act.mutate({ params: { id: user.id }, body: { role } })}
      onClose={onClose}
    >
      <Choices
        legend={words.role}
        value={role}
        onChange={setRole}
        choices={codesOf(labels.role)
          .filter((code) => code !== 'partner_admin')
          .map((value) => ({ value, label: labels.role[value] }))}
      />
    </FormModal>
  )
}
