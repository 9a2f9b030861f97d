import { Dialog } from 'radix-ui'
import { useText } from '../text/context.tsx'
import { SignIn } from './sign-in.tsx'

const stay = (event: Event): void => event.preventDefault()

/** The sign-in form over everything, open dialogs too: the work below is kept, and there is no way past. */
export const Expired = () => {
  const { session } = useText()
  return (
    <Dialog.Root open>
      <Dialog.Portal>
        <Dialog.Content
          aria-describedby={undefined}
          onEscapeKeyDown={stay}
          onPointerDownOutside={stay}
          onInteractOutside={stay}
          className="fixed inset-0 z-70 overflow-y-auto bg-ground"
        >
          <Dialog.Title className="sr-only">{session.title}</Dialog.Title>
          <SignIn notice={session.expired} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
