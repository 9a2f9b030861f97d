import type { UserView } from '#contracts/wire/routes/users.ts'
import { useUserAct } from '../../api/desk-acts.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { FormModal } from '../../ui/dialog.tsx'
import { useAnnounce } from '../../ui/toast.tsx'

/** He may come in no longer. */
export const DisableUser = ({ user, onClose }: { user: UserView; onClose: () => void }) => {
  const { people: words } = useOfficeText()
  const announce = useAnnounce()
  const act = useUserAct('disableUser', () => {
    onClose()
    announce(words.done.disabled)
  })
  return (
    <FormModal
      title={words.disable}
      intro={words.disableIntro}
      submit={words.disable}
      look="danger"
      pending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate({ params: { id: user.id }, body: {} })}
      onClose={onClose}
    >
      <p className="font-medium">{user.displayName}</p>
    </FormModal>
  )
}
