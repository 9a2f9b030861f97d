import { Ban, KeyRound, Play, UserCog } from 'lucide-react'
import { useState } from 'react'
import type { UserView } from '#contracts/wire/routes/users.ts'
import { useUserAct } from '../../api/desk-acts.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { ChangeRole } from './change-role.tsx'
import { DisableUser } from './disable.tsx'
import { ResetPassword } from './reset-password.tsx'

/** What an administrator may do with somebody who signs in. */
export const UserActions = ({ user }: { user: UserView }) => {
  const { people: words } = useOfficeText()
  const announce = useAnnounce()
  const [asked, setAsked] = useState<'role' | 'disable' | 'reset' | null>(null)
  const close = (): void => setAsked(null)
  const enable = useUserAct('enableUser', () => announce(words.done.enabled))
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-1.5">
        {user.status === 'disabled' && (
          <Button
            look="primary"
            icon={Play}
            pending={enable.isPending}
            onClick={() => enable.mutate({ params: { id: user.id }, body: {} })}
          >
            {words.enable}
          </Button>
        )}
        {/* An engineer of a partner stays one: he is made as one. */}
        {user.role !== 'partner_admin' && (
          <Button icon={UserCog} onClick={() => setAsked('role')}>
            {words.changeRole}
          </Button>
        )}
        <Button icon={KeyRound} onClick={() => setAsked('reset')}>
          {words.reset}
        </Button>
        {user.status === 'enabled' && (
          <Button look="plain" icon={Ban} onClick={() => setAsked('disable')}>
            {words.disable}
          </Button>
        )}
      </div>
      {enable.error && <ProblemNote acting error={enable.error} />}
      {asked === 'role' && <ChangeRole user={user} onClose={close} />}
      {asked === 'reset' && <ResetPassword user={user} onClose={close} />}
      {asked === 'disable' && <DisableUser user={user} onClose={close} />}
    </div>
  )
}
