import { useState } from 'react'
import type { UserView } from '#contracts/wire/routes/users.ts'
import { useUserAct } from '../../api/desk-acts.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { FormModal } from '../../ui/dialog.tsx'
import { ShownPassword } from './shown-password.tsx'

/** A new password for somebody who lost his; then it, shown this once. */
export const ResetPassword = ({ user, onClose }: { user: UserView; onClose: () => void }) => {
  const { people: words } = useOfficeText()
  const [made, setMade] = useState<{ password: string | null } | null>(null)
  const act = useUserAct('resetPassword', ({ password }) => setMade({ password }))
  const close = (): void => {
    // The answer holds the password: it is not kept longer than it is shown.
    act.reset()
    onClose()
  }
  if (made !== null) return <ShownPassword login={user.login} {...made} onClose={close} />
  return (
    <FormModal
      title={words.reset}
      intro={words.resetIntro}
      submit={words.reset}
      pending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate({ params: { id: user.id }, body: {} })}
      onClose={onClose}
    >
      <p className="font-medium">{user.displayName}</p>
    </FormModal>
  )
}
